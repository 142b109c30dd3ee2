import type { JSX } from "preact";
import { useState } from "preact/hooks";

import { attempt, useSurroundings } from "../parts/surroundings.ts";
import { type WorkedSheetId, workedSheetIds } from "../worksheets/workedSheet.ts";
import { workedSheet, workedSheetTitles } from "../worksheets/workedSheets.ts";
import { SheetPreview } from "./SheetPreview.tsx";

/** The worked sheets, to insert, or to look at where there is no spreadsheet to insert them into. */
export function InsertSheetView(): JSX.Element {
  const surroundings = useSurroundings();
  const { host, language, say, tell } = surroundings;
  const [previewed, setPreviewed] = useState<WorkedSheetId>();
  const isTryout = host.kind === "tryout";
  const insert = async (id: WorkedSheetId): Promise<void> => {
    const name = await attempt(surroundings, () => host.insertSheet(workedSheet(id, language)));
    if (name !== undefined) tell({ kind: "done", text: say("sheetInserted", { name }) });
  };
  return (
    <section class="tally-view">
      <div class="tally-body">
        <h2>{say("sheetsTitle")}</h2>
        <p class="tally-help">{say(isTryout ? "sheetsTryout" : "sheetsIntro")}</p>
        <ul class="tally-sheets">
          {workedSheetIds.map((id) => {
            const name = workedSheetTitles[id].title[language];
            return (
              <li key={id} class="tally-card">
                <h3>{name}</h3>
                <p>{workedSheetTitles[id].summary[language]}</p>
                {isTryout ? (
                  <button
                    type="button"
                    class="tally-button"
                    aria-expanded={previewed === id}
                    aria-label={say("previewSheetNamed", { name })}
                    onClick={() => {
                      setPreviewed(previewed === id ? undefined : id);
                    }}
                  >
                    {say("preview")}
                  </button>
                ) : (
                  <button
                    type="button"
                    class="tally-button"
                    aria-label={say("insertSheetNamed", { name })}
                    onClick={() => void insert(id)}
                  >
                    {say("insert")}
                  </button>
                )}
                {previewed === id && <SheetPreview sheet={workedSheet(id, language)} />}
              </li>
            );
          })}
        </ul>
      </div>
    </section>
  );
}
