/** Which act's form is open, as the address says it: it can be linked to, and Back closes it. */
import { useEffect, useRef } from 'react';
import { useLocation, useSearchParams } from 'react-router';

export function useDoing() {
  const [asked, ask] = useSearchParams();
  const { state } = useLocation();
  const doing = asked.get('do');
  const newest = useRef(doing); // what was asked for last, whether it is drawn yet or not
  useEffect(() => {
    newest.current = doing;
  }, [doing]);

  const isOpen = (command: string) => newest.current === command;
  return {
    doing,
    isOpen,
    open: (command: string) => {
      newest.current = command;
      ask({ do: command }, { state });
    },
    /** The form of this act, and no other that was opened since. */
    close: (command: string) => {
      if (!isOpen(command)) return;
      newest.current = null;
      ask({}, { replace: true, state });
    },
  };
}
