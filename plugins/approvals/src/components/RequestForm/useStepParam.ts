import { useSearchParams } from 'react-router-dom';

/** The parameter of the address that says which step is shown; without it, the first of the form. */
const STEP = 'step';

/** The step in the address, so that the browser's back button leads to the step before, and a refresh to the same. */
export function useStepParam(): [string | null, (step: string | null) => void] {
  const [search, setSearch] = useSearchParams();
  const goTo = (step: string | null) => {
    setSearch(before => {
      const next = new URLSearchParams(before);
      if (step === null) next.delete(STEP);
      else next.set(STEP, step);
      return next;
    });
  };
  return [search.get(STEP), goTo];
}
