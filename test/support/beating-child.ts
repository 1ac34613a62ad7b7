/** A child that says every moment that it lives. */
setInterval(() => process.send?.('beat'), 20)
