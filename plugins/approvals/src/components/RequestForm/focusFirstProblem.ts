/** Where the first problem may be: a text field, a button of a select, a part of a date, a choice, or a sentence of its own. */
const PROBLEMS = [
  'input[aria-invalid="true"]',
  'textarea[aria-invalid="true"]',
  '[data-invalid] button',
  '[data-invalid] [role="spinbutton"]',
  '[role="radiogroup"][aria-invalid="true"] input',
  '[role="alert"]',
].join(', ');

/** Brings the person to the first problem, and says whether there is one. */
export function focusFirstProblem(within: HTMLElement | null): boolean {
  const problem = within?.querySelector<HTMLElement>(PROBLEMS);
  problem?.focus();
  return Boolean(problem);
}
