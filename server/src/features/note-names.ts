/** Notes by the names under which links look for them: "Causes of the war", "essays/causes". */

interface Named {
  readonly uri: string;
  readonly path: string;
}

export class NoteNames {
  /** By the last part of the path. */
  private readonly byName = new Map<string, Named[]>();

  constructor(readonly uris: readonly string[]) {
    for (const uri of uris) {
      const path = keyOf(uri);
      const name = path.split('/').at(-1)!;
      const others = this.byName.get(name);
      if (others) others.push({ uri, path });
      else this.byName.set(name, [{ uri, path }]);
    }
  }

  /**
   * The URI of the file that a link in the document `from` means: of that name, in the nearest folder, whatever stands behind a `#`.
   * Null where there is none.
   */
  find(from: string, name: string): string | null {
    const wanted = keyOf(name.split('#')[0]!.trim());
    const own = keyOf(from).split('/').slice(0, -1);
    const distance = ({ path }: Named) => {
      const other = path.split('/').slice(0, -1);
      let shared = 0;
      while (shared < own.length && own[shared] === other[shared]) shared++;
      return own.length + other.length - 2 * shared;
    };
    const found = (this.byName.get(wanted.split('/').at(-1)!) ?? []).filter(
      ({ uri, path }) => `/${path}`.endsWith(`/${wanted}`) && uri !== from,
    );
    return found.sort((a, b) => distance(a) - distance(b))[0]?.uri ?? null;
  }

  /** What a link in the document `from` calls a file: its name, with as many folders before it as tell it from others. Null where no link can name it. */
  nameFor(from: string, uri: string): string | null {
    const parts = plainPath(uri).split('/').filter(Boolean);
    for (let count = 1; count <= parts.length; count++) {
      const name = parts.slice(-count).join('/');
      if (this.find(from, name) === uri) return name;
    }
    return null;
  }
}

/** Decoded, without the ending of notes. */
function plainPath(path: string): string {
  let decoded = path;
  try {
    decoded = decodeURIComponent(path);
  } catch {
    // As it is written.
  }
  return decoded.normalize('NFC').replace(/\.(?:hnotes|md)$/i, '');
}

/** Upper and lower case are one to a link, as they are to many disks. */
const keyOf = (path: string): string => plainPath(path).toLowerCase();
