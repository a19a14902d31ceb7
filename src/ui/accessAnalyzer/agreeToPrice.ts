import type { Services } from '../../services';

/**
 * What AWS charges for one custom policy check, as published when this was written; ValidatePolicy
 * is free. @see https://aws.amazon.com/iam/access-analyzer/pricing/
 */
const PRICE = 'USD 0.0020';
const PRICE_SEEN = 'July 2026';
const PRICING_PAGE = 'https://aws.amazon.com/iam/access-analyzer/pricing/';

const CHECK = 'Check';
const CHECK_AND_REMEMBER = 'Check, and Do Not Ask Again in This Window';

/** Windows in which the person does not want to be asked again. */
const agreed = new WeakSet<Services>();

/** Says what a custom policy check costs before the first one; false when the person leaves it. */
export async function agreeToPrice(services: Services): Promise<boolean> {
  if (agreed.has(services)) return true;
  const chosen = await services.prompts.confirm({
    message: 'AWS charges for this check.',
    detail:
      `A custom policy check costs ${PRICE} for each call (${PRICE_SEEN}); this is one call. ` +
      `See AWS's pricing page: ${PRICING_PAGE}`,
    actions: [CHECK, CHECK_AND_REMEMBER],
  });
  if (chosen === CHECK_AND_REMEMBER) agreed.add(services);
  return chosen === CHECK || chosen === CHECK_AND_REMEMBER;
}
