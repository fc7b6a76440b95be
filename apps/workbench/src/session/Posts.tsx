/** The units that somebody may act for; choosing another begins with an empty desk. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { chooseUnit, type Me } from '#contexts/directory/contract.ts';
import { call, keepCsrf } from '../shared/call.ts';
import { dayAndWeekday } from '../shared/dates.ts';
import { Sheet } from '../shared/Sheet.tsx';
import { Trouble } from '../shared/Trouble.tsx';

export function Posts({ me }: { me: Me }) {
  const queries = useQueryClient();
  const choose = useMutation({
    mutationFn: (unit: string) => call(chooseUnit, { body: { unit } }),
    onSuccess: (next) => {
      keepCsrf(next.csrf);
      queries.setQueryData(['me'], next); // not cleared: the page would go on looking at what was taken away
      queries.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'me' });
    },
  });

  return (
    <Sheet title="以哪个单位办事" aside={`${me.posts.length} 个职务`} pad={false}>
      {choose.error && (
        <div className="pad">
          <Trouble error={choose.error} />
        </div>
      )}
      <table className="grid">
        <caption className="vh">可以代表的单位</caption>
        <thead>
          <tr>
            <th scope="col">单位</th>
            <th scope="col">职务</th>
            <th scope="col">
              <span className="vh">操作</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {me.posts.map((post) => (
            <tr key={post.unit + post.post}>
              <td>
                <span className="ttl">{post.unitName}</span>
                {post.standsInFor && (
                  <span className="sub">
                    代 {post.standsInFor}，到 {post.to ? dayAndWeekday(post.to) : '另行通知'}
                  </span>
                )}
              </td>
              <td>{post.post}</td>
              <td>
                {post.unit === me.unit ? (
                  <span className="tag brand">现在</span>
                ) : (
                  <Button onClick={() => choose.mutate(post.unit)} aria-label={`换到这里：${post.unitName}`}>
                    换到这里
                  </Button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Sheet>
  );
}
