// CommonJS and old words only: an old Node must be able to read this file and say what it lacks.
const OLDEST_NODE = 20

module.exports = function launch(task) {
  if (Number(process.versions.node.split('.')[0]) < OLDEST_NODE) {
    console.error(`Dossier needs Node 20 or newer, and this is ${process.version}. Install it from https://nodejs.org.`)
    process.exit(1)
  }
  const args = process.argv.slice(2)
  import(`./${task}.mjs`)
    .then((module) => {
      if (args[0] === '--help' || args[0] === '-h') console.log(module.help)
      else return module.main(args)
    })
    .then((code) => {
      if (code) process.exitCode = code
    })
    .catch((error) => {
      console.error(error.name === 'Failure' ? error.message : error)
      process.exitCode = 1
    })
}
