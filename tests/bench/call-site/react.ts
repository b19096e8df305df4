// Never shown: what a page of its own has in common with the others is nothing but React, so that React gets files of
// its own, which every host has anyway.

import * as react from 'react'
import * as jsx from 'react/jsx-runtime'
import * as dom from 'react-dom'
import * as client from 'react-dom/client'

console.log(react, jsx, dom, client)
