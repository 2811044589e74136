/** Cuts a stream of bytes into lines of text; a line that comes in many pieces is only put together once. */
export function createLineSplitter(take: (line: string) => void): (chunk: Buffer) => void {
  let pieces: Buffer[] = [];
  return (chunk) => {
    let start = 0;
    for (let end = chunk.indexOf(10); end >= 0; end = chunk.indexOf(10, start)) {
      const last = chunk.subarray(start, end);
      take((pieces.length === 0 ? last : Buffer.concat([...pieces, last])).toString('utf8'));
      pieces = [];
      start = end + 1;
    }
    if (start < chunk.length) pieces.push(chunk.subarray(start));
  };
}
