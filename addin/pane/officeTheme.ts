/// <reference types="office-js" />

/** Whether Office is light or dark; nothing where it does not say, and the colours of the system are as good. */
export function officeTheme(): "light" | "dark" | undefined {
  const background = officeBackground();
  const [, red, green, blue] = /^#?([\da-f]{2})([\da-f]{2})([\da-f]{2})$/i.exec(background ?? "") ?? [];
  if (red === undefined || green === undefined || blue === undefined) return undefined;
  const [r, g, b] = [red, green, blue].map((part) => Number.parseInt(part, 16)) as [number, number, number];
  // How bright the three colours are to the eye, of 255.
  return r * 0.299 + g * 0.587 + b * 0.114 < 128 ? "dark" : "light";
}

/** The colour behind Office's panes; older ones of Excel have no theme, whatever the types say, and the browser has no Excel. */
function officeBackground(): string | undefined {
  try {
    return Office.context.officeTheme.bodyBackgroundColor;
  } catch {
    return undefined;
  }
}
