/** No such page, or a page that broke: says which, and the way back. */
import { Link, useRouteError } from 'react-router';

export function LostPage() {
  const error = useRouteError();
  return (
    <div className="empty">
      <h1>{error ? '这一页出错了' : '没有这一页'}</h1>
      <p className="mute">{error ? '责任在我们。写过的内容还在这台电脑的这个窗口里，重新打开就能看到。' : '网址可能抄错了，或者这件事已经换了地方。'}</p>
      <p className="acts">
        <Link to="/desk">回案头</Link>
        {Boolean(error) && <a href={location.pathname}>重新打开这一页</a>}
      </p>
    </div>
  );
}
