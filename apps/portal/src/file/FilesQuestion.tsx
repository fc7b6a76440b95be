import type { ReactNode } from 'react';
import type { Frame } from '#contexts/intake/portal/domain/frame.ts';
import type { QuestionPage } from '#contexts/intake/portal/domain/pages.ts';
import { Token } from '../parts/Fields.tsx';
import { Elsewhere, inMegabytes, NO_ROOM, whyRefused } from '../parts/Refused.tsx';
import { wordsOf } from '../words/index.ts';

const ACCEPT =
  'image/jpeg,image/png,image/webp,application/pdf,audio/mpeg,audio/mp4,audio/x-m4a,audio/wav,audio/amr,audio/ogg,audio/aac,.jpg,.jpeg,.png,.webp,.pdf,.mp3,.m4a,.wav,.amr,.ogg,.aac';

/** Photographs, PDF and recordings: what is there, what was not taken and why, and one button that goes on. */
export function FilesQuestion({ frame, page, heading }: { readonly frame: Frame; readonly page: QuestionPage; readonly heading: ReactNode }) {
  const { file } = wordsOf(frame);
  const { files: words } = file;
  const refused = page.refused ?? [];
  const space = frame.language === 'en' ? ' ' : '';
  const noRoom = refused.some(({ why }) => NO_ROOM.has(why));
  return (
    <>
      {refused.length > 0 && (
        <div className="errors" role="alert" aria-labelledby="err" tabIndex={-1}>
          <h2 id="err">{words.refusedTitle(refused.length)}</h2>
          <ul>
            {refused.map((one) => (
              <li key={one.name + one.why}>
                <a href="#file">{whyRefused(frame, one)}</a>
              </li>
            ))}
          </ul>
          {noRoom && <Elsewhere frame={frame} />}
        </div>
      )}
      {heading}
      {page.files.length > 0 && <Kept frame={frame} page={page} />}
      <form action="/file/files" method="post" encType="multipart/form-data" data-uploads="">
        <Token frame={frame} />
        {page.toReview && <input type="hidden" name="back" value="review" />}
        <div className="field">
          <label htmlFor="file">{words.label}</label>
          <p className="hint" id="file-h">
            {words.hint}
            {space}
            {words.none}
          </p>
          <p className="hint" id="file-p">
            {words.sizes(page.most === undefined ? undefined : inMegabytes(page.most))}
            {space}
            {words.position}
          </p>
          <div className="drop">
            <input type="file" id="file" name="file" multiple accept={ACCEPT} aria-describedby="file-h file-p" />
          </div>
        </div>
        <div className="state" hidden data-upload-state="" data-line={words.progress}>
          <p className="num" data-line="" aria-live="polite">
            {words.progressTitle}
          </p>
          <p>
            <progress value={0} max={1} aria-label={words.progressTitle} />
          </p>
          <p className="small quiet">{words.progressSafe}</p>
        </div>
        <div className="actions">
          <button type="submit" name="then" value="next" className="btn">
            {page.toReview ? file.saveBack : words.button}
          </button>
          <button type="submit" name="then" value="more" className="btn plain">
            {words.more}
          </button>
          <button type="submit" name="then" value="stop" className="link">
            {file.stop}
          </button>
        </div>
      </form>
    </>
  );
}

function Kept({ frame, page }: { readonly frame: Frame; readonly page: QuestionPage }) {
  const { files: words } = wordsOf(frame).file;
  return (
    <>
      <h2 className="small">{words.kept}</h2>
      <ul className="files">
        {page.files.map(({ blob, name, type, bytes }) => (
          <li key={blob}>
            <div>
              <bdi>{name}</bdi>
              <br />
              <span>
                {words.types[type] ?? words.audio}
                {frame.language === 'en' ? ', ' : '，'}
                {words.size(bytes)}
              </span>
            </div>
            <form action="/file/files/remove" method="post">
              <Token frame={frame} />
              <input type="hidden" name="blob" value={blob} />
              {page.toReview && <input type="hidden" name="back" value="review" />}
              <button type="submit" className="link">
                {words.remove}
                <span className="vh"> {name}</span>
              </button>
            </form>
          </li>
        ))}
      </ul>
    </>
  );
}
