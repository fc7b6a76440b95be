/** The pages that were just handed in, beside the form: pictures to read from. What the browser cannot show stays a name. */
import type { KeptFile } from '../shared/fields/FilePicker.tsx';

export function Scans({ files }: { files: readonly KeptFile[] }) {
  const shown = files.filter(({ local }) => local);
  if (shown.length === 0) return null;
  return (
    <div className="scans">
      {shown.map(({ id, name, local }) =>
        /\.pdf$/i.test(name) ? (
          <iframe key={id} title={name} src={`${local}#toolbar=0`} />
        ) : /\.(jpe?g|png|webp)$/i.test(name) ? (
          <img key={id} src={local} alt={`原件：${name}`} />
        ) : null,
      )}
    </div>
  );
}
