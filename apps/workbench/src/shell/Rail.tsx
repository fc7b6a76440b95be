/** The rail at the left, a bar below on a phone: an icon over two characters, the count of what is owed beside it. */
import { NavLink, useLocation } from 'react-router';
import { Icon } from '../shared/icons.tsx';
import { isAt, type Place } from './places.ts';

export function Rail({ places, below, counts }: { places: readonly Place[]; below: readonly Place[]; counts: Readonly<Record<string, number>> }) {
  const { pathname } = useLocation();
  return (
    <nav className="rail" aria-label="主导航">
      <ul>
        {places.map((place) => {
          const { to, word, long, icon } = place;
          const count = counts[to] ?? 0;
          return (
            <li key={to} {...(!below.includes(place) && { className: 'more' })}>
              <NavLink to={to} title={long} {...(isAt(pathname, to) && { 'aria-current': 'page' as const })}>
                <Icon name={icon} size={22} />
                {word}
                {count > 0 && (
                  <span className="n">
                    <span aria-hidden="true">{count > 99 ? '99+' : count}</span>
                    <span className="vh">，{count} 件</span>
                  </span>
                )}
              </NavLink>
            </li>
          );
        })}
        <li className="mine">
          <NavLink to="/me">
            <Icon name="person" size={22} />
            我的
          </NavLink>
        </li>
      </ul>
    </nav>
  );
}
