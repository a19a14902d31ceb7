/** A failure that the person can act on: printed as it is, without a stack. */
export class Problem extends Error {}

/**
 * Runs a script's main function; a {@link Problem} is printed as text, anything else with its stack.
 * @param {() => Promise<void>} main
 */
export function runMain(main) {
  main().catch((error) => {
    console.error(error instanceof Problem ? `\n${error.message}` : error);
    process.exitCode = 1;
  });
}
