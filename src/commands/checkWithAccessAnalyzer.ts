import type { AnalyzerReport, Services } from '../services';
import { askSubject } from '../ui/accessAnalyzer/askSubject';
import { cancellable } from '../ui/cancellable';
import { counted, timeOfDay } from '../ui/words';
import type { Command } from './command';

const SHOW_LOG = 'Show Log';

/** Asks AWS's ValidatePolicy about the policy in the editor; its findings stand beside ours. */
export const checkWithAccessAnalyzer: Command = {
  id: 'iamWorkbench.checkWithAccessAnalyzer',
  async run(services, target) {
    const question = await askSubject(services, target);
    if (!question) return;
    const { document, active } = question;
    const practice = active.resolved.connection.kind === 'practice';
    const report = await cancellable('Asking IAM Access Analyzer', (signal) =>
      services.policyAnalyzer.check(document, active, signal),
    );
    if (report) await tell(services, report, practice);
  },
};

async function tell(
  { prompts, log }: Services,
  report: AnalyzerReport,
  practice: boolean,
): Promise<void> {
  const who = practice ? "The practice account's own checks (not AWS)" : 'Access Analyzer';
  const { added, confirmed, hidden } = report;
  const total = added + confirmed + hidden;
  const parts = [
    confirmed > 0 ? `${confirmed.toLocaleString()} known here already` : '',
    added > 0 ? `${added.toLocaleString()} new, marked in the text` : '',
    hidden > 0 ? `${hidden.toLocaleString()} turned off in the settings` : '',
  ].filter((part) => part !== '');
  const said =
    total === 0
      ? `${who} found nothing in this policy.`
      : `${who} found ${counted(total, 'thing')}: ${parts.join(', ')}.`;
  const chosen = await prompts.inform(`${said} Checked at ${timeOfDay(report.at)}.`, SHOW_LOG);
  if (chosen === SHOW_LOG) log.show();
}
