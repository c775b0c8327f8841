'use client'
import App from '../../App.js'

export const Verification = App
