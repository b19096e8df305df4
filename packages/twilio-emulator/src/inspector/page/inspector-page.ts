import { INSPECTOR_SCRIPT } from './inspector-script.ts'
import { INSPECTOR_STYLE } from './inspector-style.ts'

/** The page, with nothing to load from anywhere else. */
export const INSPECTOR_PAGE = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Twilio emulator</title>
<link rel="icon" href="data:,">
<style>${INSPECTOR_STYLE}</style>
</head>
<body>
<main>
<header><h1>Twilio emulator</h1><p id="news">Looking ...</p></header>
<p id="empty" class="empty" hidden>No rooms yet. One appears when somebody connects, or when it is created over REST.</p>
<div id="rooms" style="display: contents"></div>
</main>
<script>${INSPECTOR_SCRIPT}</script>
</body>
</html>
`
