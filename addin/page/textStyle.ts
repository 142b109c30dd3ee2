/** The style of the pages of text: the colours of the system, light, dark or high contrast. */
export const textStyle = `:root {
  color-scheme: light dark;
  font: 14px/1.5 "Segoe UI", "Microsoft YaHei", system-ui, sans-serif;
}

body {
  margin: 0.75rem auto;
  padding: 0 0.75rem;
  max-width: 46rem;
  overflow-wrap: anywhere;
}

h1 {
  font-size: 1.25rem;
}

h2 {
  font-size: 1rem;
}
`;
