import type { Page } from "playwright-core";

/** What a test does with the browser sheet, by the keyboard where people would. */
export interface SheetDriver {
  /** Waits until the sheet can be used. */
  readonly ready: () => Promise<void>;
  /** The names of the sheets. */
  readonly names: () => Promise<string[]>;
  /** Adds a sheet after the last one and brings it to the front. */
  readonly add: (name: string) => Promise<void>;
  /** Brings a sheet to the front. */
  readonly front: (name: string) => Promise<void>;
  /** Selects a cell through the name box. */
  readonly select: (address: string) => Promise<void>;
  /** Does something that edits, and waits for its results. */
  readonly edit: (run: () => Promise<unknown>) => Promise<void>;
  /** Types into a cell. */
  readonly type: (address: string, text: string) => Promise<void>;
  /** Writes values and formulas at once. */
  readonly write: (
    name: string,
    cells: readonly { readonly address: string; readonly content: unknown }[],
  ) => Promise<void>;
  /** Runs a command of the grid, as its menus would. */
  readonly run: (command: string) => Promise<void>;
  /** What cells show, row by row; errors as their texts. */
  readonly values: (name: string, address: string) => Promise<unknown[][]>;
  /** The words of the errors of cells, one after the other. */
  readonly words: (name: string, address: string) => Promise<unknown[]>;
  /** What the grid itself holds by address, to the last digit, with the cells that formulas fill. */
  readonly exact: (name: string) => Promise<Record<string, unknown>>;
  /** Chooses a file to open. */
  readonly choose: (file: string) => Promise<void>;
  /** Opens a file, whatever is unsaved. */
  readonly open: (file: string) => Promise<void>;
  /** Saves into a file. */
  readonly save: (file: string) => Promise<void>;
}

/** Drives the browser sheet in a page. */
export function sheetDriver(page: Page): SheetDriver {
  const settle = async (): Promise<void> => {
    await page.waitForFunction(() => window.tallySheet?.grid?.isCalculated === true);
  };
  const edit = async (run: () => Promise<unknown>): Promise<void> => {
    const before = await page.evaluate(() => window.tallySheet!.grid!.version);
    await run();
    await page.waitForFunction((version) => window.tallySheet!.grid!.version > version, before);
    await settle();
  };
  const select = async (address: string): Promise<void> => {
    const nameBox = page.locator("#grid input").first();
    await nameBox.click();
    await nameBox.fill(address);
    await page.keyboard.press("Enter");
  };
  const read = async (name: string, address: string): Promise<readonly (readonly unknown[])[]> => {
    await settle();
    return page.evaluate(([sheet, range]) => window.tallySheet!.grid!.view().range(sheet, range)!.values, [
      name,
      address,
    ] as const);
  };
  const choose = (file: string): Promise<void> => page.locator("#head input[type=file]").setInputFiles(file);
  return {
    ready: async () => {
      await page.waitForFunction(() => window.tallySheet?.grid !== undefined);
    },
    names: () =>
      page.evaluate(() => window.tallySheet!.grid!.workbook.getSheets().map((sheet) => sheet.getName())),
    add: async (name) => {
      await edit(() =>
        page.evaluate((wanted) => {
          window.tallySheet!.grid!.api.getActiveWorkbook()!.create(wanted, 2000, 30);
        }, name),
      );
    },
    front: async (name) => {
      await page.evaluate((wanted) => {
        const workbook = window.tallySheet!.grid!.api.getActiveWorkbook()!;
        workbook.setActiveSheet(workbook.getSheetByName(wanted)!);
      }, name);
    },
    select,
    edit,
    type: async (address, text) => {
      await select(address);
      await page.keyboard.type(text);
      await edit(() => page.keyboard.press("Enter"));
    },
    write: async (name, cells) => {
      await edit(() =>
        page.evaluate(
          ([wanted, all]) => {
            const sheet = window.tallySheet!.grid!.api.getActiveWorkbook()!.getSheetByName(wanted)!;
            for (const { address, content } of all) {
              if (content === null || content === "") continue;
              const isFormula = typeof content === "string" && content.startsWith("=");
              const kinds = { string: 1, number: 2, boolean: 3 } as const;
              const kind = kinds[typeof content as keyof typeof kinds];
              const v = typeof content === "boolean" ? Number(content) : (content as string | number);
              // eslint-disable-next-line @typescript-eslint/no-unsafe-enum-assignment -- the grid's kinds by their numbers
              sheet.getRange(address).setValue(isFormula ? { f: content } : { v, t: kind });
            }
          },
          [name, cells] as const,
        ),
      );
    },
    run: async (command) => {
      await page.evaluate(async (id) => {
        await window.tallySheet!.grid!.api.executeCommand(id).catch(() => undefined);
      }, command);
    },
    values: async (name, address) =>
      (await read(name, address)).map((row) =>
        row.map((value) =>
          typeof value === "object" && value !== null && "error" in value ? value.error : value,
        ),
      ),
    words: async (name, address) =>
      (await read(name, address)).flatMap((row) =>
        row.map((value) =>
          typeof value === "object" && value !== null && "message" in value ? value.message : undefined,
        ),
      ),
    exact: async (name) => {
      await settle();
      return page.evaluate(exactValues, name);
    },
    choose,
    open: async (file) => {
      page.once("dialog", (dialog) => void dialog.accept());
      await choose(file);
      await page.getByText(/formulas calculated/).waitFor();
    },
    save: async (file) => {
      const [download] = await Promise.all([
        page.waitForEvent("download"),
        page.getByRole("button", { name: "Save" }).click(),
      ]);
      await download.saveAs(file);
    },
  };
}

/** Runs in the page: reads the grid's own models, which the page's view of results has no part in. */
function exactValues(name: string): Record<string, unknown> {
  const grid = window.tallySheet!.grid!;
  const sheet = grid.workbook.getSheetBySheetName(name)!;
  const collection = grid.sheet.univer.__getInjector() as unknown as {
    readonly resolvedDependencyCollection: { readonly resolvedDependencies: Map<unknown, unknown[]> };
  };
  interface Filled {
    readonly getArrayFormulaCellData: () => Record<string, Record<string, Cells>>;
  }
  type Cells = Record<number, Record<number, { readonly v?: unknown } | null>>;
  const models = [...collection.resolvedDependencyCollection.resolvedDependencies.values()].flat();
  const model = models.find(
    (each): each is Filled => typeof (each as Partial<Filled> | null)?.getArrayFormulaCellData === "function",
  )!;
  const unitId = grid.workbook.getUnitId();
  const own = grid.api.getActiveWorkbook()!.save().sheets[sheet.getSheetId()]!.cellData as Cells;
  const filled = model.getArrayFormulaCellData()[unitId]?.[sheet.getSheetId()] ?? {};
  const values: Record<string, unknown> = {};
  for (const cells of [own, filled]) {
    for (const [row, columns] of Object.entries(cells)) {
      for (const [column, cell] of Object.entries(columns)) {
        let letters = "";
        for (let rest = Number(column) + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
          letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
        }
        const value = cell?.v;
        if (value !== undefined && value !== null && value !== "")
          values[`${letters}${Number(row) + 1}`] = value;
      }
    }
  }
  return values;
}
