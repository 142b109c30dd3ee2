import { createContext } from "preact";
import { useContext, useEffect, useState } from "preact/hooks";

import { useSurroundings } from "./surroundings.ts";

/** Whether the view around a part is the one in front. */
export const InFrontContext = createContext(true);

/** What is selected, and a number that grows whenever that may have changed. */
export interface Front {
  /** The sheet in front; nothing until it is known. */
  readonly sheet?: string;
  /** The address of the selection. */
  readonly address?: string;
  /** Grows with every change. */
  readonly version: number;
}

/** How long a selection must last before it is read, in milliseconds: somebody may be on the way elsewhere. */
const pause = 80;

/** Follows the selection of the spreadsheet while the view is in front. */
export function useFront(): Front {
  const { host } = useSurroundings();
  const isInFront = useContext(InFrontContext);
  const [front, setFront] = useState<Front>({ version: 0 });
  useEffect(() => {
    if (!isInFront) return undefined;
    let asked = 0;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const read = async (): Promise<void> => {
      asked += 1;
      const turn = asked;
      // A chart or a shape may be selected, which holds no cells; whoever asks for cells then is told so.
      const selected = await host.readSelection().catch(() => ({}));
      if (turn === asked) setFront(({ version }) => ({ ...selected, version: version + 1 }));
    };
    void read();
    const end = host.onSelectionChange(() => {
      clearTimeout(timer);
      timer = setTimeout(() => void read(), pause);
    });
    return () => {
      // Whatever is still on its way comes too late.
      asked = Infinity;
      clearTimeout(timer);
      end();
    };
  }, [host, isInFront]);
  return front;
}
