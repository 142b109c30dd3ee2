import { mountPanel, TryoutHost } from "../index.ts";

const asked = new URLSearchParams(location.search);
const language = asked.get("lang") === "zh" ? "zh" : "en";
const host = new TryoutHost(language);
host.putSample(language);

const place = document.querySelector("#panel");
if (place !== null)
  mountPanel(place, {
    host,
    language,
    pageOf: (row) => `https://example.org/${row.id}`,
    storage: localStorage,
  });
