import { readFileSync } from "node:fs";
import { join } from "node:path";

import { type HTMLScriptElement, Window } from "happy-dom";

import { createHost, type Host } from "./bridge.ts";
import { addressInExcel, excelContext } from "./excelContext.ts";
import { officeFolder } from "./officeFolder.ts";

const officeAddress = "https://localhost/office-js/";

/** A window in which Microsoft's runtime has run, and the host that it talks to. */
export interface Runtime extends Host {
  /** The window, for what the runtime put there. */
  readonly window: Window;
  /** The address of everything that was asked for, in order. */
  readonly requests: readonly string[];
  /** Runs a script as the window's next one. */
  readonly run: (script: string) => void;
  /** Ends it. */
  readonly close: () => Promise<void>;
}

/** The runtime of JavaScript only: Microsoft's custom-functions-runtime.js, then the bundle. */
export async function openJavaScriptRuntime(bundle: string): Promise<Runtime> {
  const runtime = openWindow("https://localhost/functions.html");
  await loadScript(runtime.window, `${officeAddress}custom-functions-runtime.js`);
  runtime.run(bundle);
  return runtime;
}

/** The shared runtime: office.js in a page of Excel for Windows, then the bundle before Excel's own part has come. */
export async function openSharedRuntime(bundle: string, language = "en-US"): Promise<Runtime> {
  const runtime = openWindow(addressInExcel("https://localhost/taskpane.html", language));
  const context = excelContext({ language });
  Object.assign(runtime.window, { external: { GetContext: () => context } });
  await loadScript(runtime.window, `${officeAddress}office.js`);
  runtime.run(bundle);
  await new Promise((resolve) => {
    Object.assign(runtime.window, { whenReady: resolve });
    runtime.run("Office.onReady(whenReady)");
  });
  return runtime;
}

function openWindow(url: string): Runtime {
  const requests: string[] = [];
  const window: Window = new Window({
    url,
    settings: {
      enableJavaScriptEvaluation: true,
      suppressInsecureJavaScriptEnvironmentWarning: true,
      fetch: {
        interceptor: {
          beforeAsyncRequest: ({ request }) => {
            requests.push(request.url);
            return Promise.resolve(new window.Response(null, { status: 404 }));
          },
        },
      },
    },
  });
  const { bridge, ...host } = createHost();
  Object.assign(window, { _richApiNativeBridge: bridge });
  loadScriptsFromPackage(window, requests);
  const run = (script: string): void => {
    window.eval(script);
  };
  return { ...host, bridge, window, requests, run, close: () => window.happyDOM.close() };
}

/**
 * Loads every script element from the package of Microsoft, as a global script.
 *
 * happy-dom would run each in a function of its own, in which the globals that office.js declares are lost; so elements
 * are made inert, and run here once they have their address.
 */
function loadScriptsFromPackage(window: Window, requests: string[]): void {
  const { document } = window;
  const create = document.createElement.bind(document);
  const createElement = (name: string): ReturnType<typeof create> => {
    const element = create(name);
    if (name.toLowerCase() !== "script") return element;
    element.setAttribute("type", "inert");
    // office.js states a type, with which happy-dom would run the script after all.
    Object.defineProperty(element, "type", { value: "inert", writable: true });
    setTimeout(() => {
      const { src } = element as unknown as HTMLScriptElement;
      requests.push(src);
      if (src.startsWith(officeAddress)) window.eval(officeSource(src));
      element.dispatchEvent(new window.Event(src.startsWith(officeAddress) ? "load" : "error"));
    }, 0);
    return element;
  };
  Object.assign(document, { createElement });
}

function officeSource(address: string): string {
  return readFileSync(join(officeFolder, address.slice(officeAddress.length)), "utf8");
}

function loadScript({ document }: Window, address: string): Promise<void> {
  const script = document.createElement("script");
  return new Promise((resolve) => {
    script.addEventListener("load", () => {
      resolve();
    });
    script.setAttribute("src", address);
    document.head.appendChild(script);
  });
}
