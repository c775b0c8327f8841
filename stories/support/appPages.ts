/** The styles of a page that the form is dropped into. */
export interface AppPage {
  name: string
  css: string
}

/** Fonts, letters and blocks as templates and frameworks set them, and pages that know light or dark only. */
export const appPages: readonly AppPage[] = [
  {
    name: "Vite's template until version 7",
    css: `
      :root {
        font-family: system-ui, Avenir, Helvetica, Arial, sans-serif; line-height: 1.5; font-weight: 400;
        color-scheme: light dark; color: rgba(255, 255, 255, 0.87); background-color: #242424;
        font-synthesis: none; text-rendering: optimizeLegibility;
      }
      a { font-weight: 500; color: #646cff; text-decoration: inherit; }
      body { margin: 0; display: flex; place-items: center; min-width: 320px; min-height: 100vh; }
      h1 { font-size: 3.2em; line-height: 1.1; }
      button {
        border-radius: 8px; border: 1px solid transparent; padding: 0.6em 1.2em; font-size: 1em; font-weight: 500;
        font-family: inherit; background-color: #1a1a1a; cursor: pointer; transition: border-color 0.25s;
      }
      button:hover { border-color: #646cff; }
      button:focus, button:focus-visible { outline: 4px auto -webkit-focus-ring-color; }
      #root { max-width: 1280px; margin: 0 auto; padding: 2rem; text-align: center; }
      @media (prefers-color-scheme: light) {
        :root { color: #213547; background-color: #ffffff; }
        button { background-color: #f9f9f9; }
      }`,
  },
  {
    name: "Vite's template of today",
    css: `
      :root {
        --text: #6b6375; --text-h: #08060d; --bg: #fff;
        font: 18px/145% system-ui, 'Segoe UI', Roboto, sans-serif; letter-spacing: 0.18px;
        color-scheme: light dark; color: var(--text); background: var(--bg);
      }
      @media (max-width: 1024px) { :root { font-size: 16px; } }
      @media (prefers-color-scheme: dark) { :root { --text: #9ca3af; --text-h: #f3f4f6; --bg: #16171d; } }
      body { margin: 0; }
      h1, h2 { font-weight: 500; color: var(--text-h); }
      h2 { font-size: 24px; line-height: 118%; letter-spacing: -0.24px; margin: 0 0 8px; }
      p { margin: 0; }
      #root { width: 1126px; max-width: 100%; margin: 0 auto; text-align: center; display: flex; flex-direction: column; }`,
  },
  {
    name: 'create-next-app',
    css: `
      :root { --background: #ffffff; --foreground: #171717; }
      @media (prefers-color-scheme: dark) {
        :root { --background: #0a0a0a; --foreground: #ededed; }
        html { color-scheme: dark; }
      }
      html, body { max-width: 100vw; overflow-x: hidden; }
      body { color: var(--foreground); background: var(--background); font-family: Arial, Helvetica, sans-serif; }
      * { box-sizing: border-box; padding: 0; margin: 0; }
      a { color: inherit; text-decoration: none; }`,
  },
  {
    name: "Tailwind's reset without a layer, and a page that is dark in its paint alone",
    css: `
      *, ::after, ::before, ::backdrop { box-sizing: border-box; margin: 0; padding: 0; border: 0 solid; }
      html { line-height: 1.5; font-family: ui-sans-serif, system-ui, sans-serif; }
      h1, h2, h3 { font-size: inherit; font-weight: inherit; }
      ol, ul, menu { list-style: none; }
      img, svg, video { display: block; vertical-align: middle; }
      button, input, select, optgroup, textarea {
        font: inherit; letter-spacing: inherit; color: inherit; border-radius: 0; background-color: transparent; opacity: 1;
      }
      ::placeholder { opacity: 1; color: color-mix(in oklab, currentcolor 50%, transparent); }
      button, input:where([type='button'], [type='submit']) { appearance: button; }
      @media (prefers-color-scheme: dark) { body { background: #0a0a0a; color: #ededed; } }`,
  },
  {
    name: "Bootstrap's reboot",
    css: `
      *, *::before, *::after { box-sizing: border-box; }
      body {
        margin: 0; font: 400 1rem/1.5 system-ui, 'Segoe UI', Roboto, sans-serif; color: #212529; text-align: start;
        background-color: #fff; -webkit-text-size-adjust: 100%;
      }
      p { margin-top: 0; margin-bottom: 1rem; }
      h2 { margin-top: 0; margin-bottom: 0.5rem; font-weight: 500; line-height: 1.2; font-size: 2rem; }
      label { display: inline-block; }
      button { border-radius: 0; }
      input, button, select, optgroup, textarea { margin: 0; font-family: inherit; font-size: inherit; line-height: inherit; }
      button, select { text-transform: none; }
      select { word-wrap: normal; }
      button, [type='button'], [type='reset'], [type='submit'] { -webkit-appearance: button; }
      fieldset { min-width: 0; padding: 0; margin: 0; border: 0; }
      legend { float: left; width: 100%; padding: 0; margin-bottom: 0.5rem; font-size: 1.5rem; }
      ul { padding-left: 2rem; margin-top: 0; margin-bottom: 1rem; }`,
  },
  {
    name: 'a site of articles with small letters and styled forms',
    css: `
      html { font-size: 62.5%; }
      body { font: 300 1.7rem/1.9 Georgia, serif; letter-spacing: 0.04em; color: #3d3a36; background: #fdf9f0; text-align: justify; }
      p { margin: 0 0 1.5em; text-indent: 1.5em; color: #5a554e; max-width: 40ch; }
      h2 { margin: 2em 0 1em; border-bottom: 1px solid; text-transform: uppercase; letter-spacing: 0.2em; color: #8a6d3b; }
      form { padding: 3rem; border: 1px dashed; background: #eee3cf; display: grid; }
      label { float: left; width: 9em; text-transform: uppercase; font-weight: 700; color: #9a9a9a; text-align: right; }
      input, select { width: 50%; height: 2em; padding: 0; border: 0; font-size: 1.2rem; background: #fff3da; color: #b0a58f; float: right; }
      button { width: 20rem; height: 2em; padding: 0; float: right; color: #fff; background: #d9c9a8; text-transform: uppercase; line-height: 1; }
      ul { padding-left: 3em; list-style: square; }
      li::before { content: '§'; }
      svg { width: 100%; height: auto; display: block; }
      span { display: inline-block; padding: 0 1em; }`,
  },
  { name: 'a page that is white and says no more', css: `body { background: #fff; color: #222; }` },
  {
    name: 'a page that is light by its own word',
    css: `:root { color-scheme: light; background: #fff; } body { color: #1f2328; font-weight: 600; }`,
  },
  {
    name: 'a page that is dark by its own word',
    css: `:root { color-scheme: dark; background: #121212; color: #e6e6e6; } body { line-height: 1; white-space: pre-line; }`,
  },
]
