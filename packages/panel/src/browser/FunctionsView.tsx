import { findFunction } from "@tallykit/sheet";
import type { JSX } from "preact";
import { useState } from "preact/hooks";

import { FormulaForm } from "../form/FormulaForm.tsx";
import { FunctionDetail } from "./FunctionDetail.tsx";
import { FunctionList, type ListState } from "./FunctionList.tsx";

/** Where somebody is: at the list, at a function, or at its form. */
interface Place {
  readonly view: "list" | "detail" | "form";
  readonly id?: string;
}

/** The functions: the list with its search, what there is to know about one of them, and the form that writes its formula. */
export function FunctionsView(): JSX.Element {
  const [place, setPlace] = useState<Place>({ view: "list" });
  const [search, setSearch] = useState<ListState>({ query: "" });
  const row = place.id === undefined ? undefined : findFunction(place.id);
  if (row === undefined || place.view === "list") {
    return (
      <FunctionList
        state={search}
        onState={setSearch}
        onOpen={(opened) => {
          setSearch({ ...search, opened: opened.id });
          setPlace({ view: "detail", id: opened.id });
        }}
      />
    );
  }
  if (place.view === "detail") {
    return (
      <FunctionDetail
        key={row.id}
        row={row}
        onBack={() => {
          setPlace({ view: "list" });
        }}
        onFill={() => {
          setPlace({ view: "form", id: row.id });
        }}
      />
    );
  }
  return (
    <FormulaForm
      key={row.id}
      row={row}
      onBack={() => {
        setPlace({ view: "detail", id: row.id });
      }}
    />
  );
}
