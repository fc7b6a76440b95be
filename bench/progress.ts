/** One line that tells how far it is; on a terminal it is written over, else told now and then. */
export function progress(what: string, total: number): (done: number) => void {
  const start = performance.now();
  let told = 0;
  return (done) => {
    const seconds = (performance.now() - start) / 1_000;
    if (seconds - told < (process.stderr.isTTY ? 0.5 : 20) && done < total) return;
    told = seconds;
    const rate = done / seconds;
    const left = Math.round((total - done) / rate);
    const line = `  ${what}：${done}/${total}，每秒 ${Math.round(rate)}，还要 ${left} 秒`;
    process.stderr.write(process.stderr.isTTY ? `\r${line}   ${done >= total ? '\n' : ''}` : `${line}\n`);
  };
}
