/** For volunteers, grid workers, counsellors, lawyers and deputies, where they land: why there is no desk, and whom to ask (R4, R9). */
import { Note } from '../shared/Note.tsx';

export function NoContent() {
  return (
    <div style={{ marginBottom: 12 }}>
      <Note kind="info" quiet title="您现在的职务不经手信访事项，所以这里没有案头、事项和文书。">
        <p>有情况要反映、有事要帮忙的，请告诉本单位承办人。在别的单位有办件职务的，到“我的”换到那个单位。</p>
      </Note>
    </div>
  );
}
