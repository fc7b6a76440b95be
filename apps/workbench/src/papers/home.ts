/** What the papers of this address belong to: a matter, or a piece of work beside matters. */
import { useParams } from 'react-router';

export function usePaperHome() {
  const { region = '', matter = '', work = '' } = useParams();
  const beside = work !== '';
  return { region, matter: matter || work, base: beside ? `/work/${region}/${work}` : `/matters/${region}/${matter}`, beside };
}
