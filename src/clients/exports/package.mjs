// Holds an unpacked Data Package against the standard's own library, every row and every key of it, and against its
// manifest. Says what is wrong and ends with 1.
//
//   node package.mjs <directory>
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import datapackage from 'datapackage'

const directory = process.argv[2]
const wrong = []

function end() {
    wrong.forEach((each) => console.error(each))
    process.exit(1)
}

const { valid, errors } = await datapackage.validate(join(directory, 'datapackage.json'))
if (!valid) {
    errors.forEach((error) => wrong.push(`datapackage.json: ${error.message}`))
    end()
}

const packed = await datapackage.Package.load(join(directory, 'datapackage.json'), { basePath: directory })
let rows = 0
for (const resource of packed.resources) {
    if (!resource.tabular) wrong.push(`${resource.name}: is no table`)
    try {
        const read = await resource.read({ relations: true })
        if (read.length !== resource.descriptor.rows) {
            wrong.push(`${resource.name}: has ${read.length} rows and says ${resource.descriptor.rows}`)
        }
        rows += read.length
    } catch (error) {
        const details = error.errors?.length ? error.errors : [error]
        details.forEach((each) => wrong.push(`${resource.name}: ${each.message}`))
    }
}

const manifest = JSON.parse(await readFile(join(directory, 'manifest.json')))
for (const { path, bytes, sha256 } of manifest.files) {
    const content = await readFile(join(directory, path))
    const sum = createHash('sha256').update(content).digest('hex')
    if (content.length !== bytes || sum !== sha256) wrong.push(`${path}: is not what the manifest says`)
}
for (const { path, bytes, hash } of packed.descriptor.resources) {
    const listed = manifest.files.find((file) => file.path === path)
    if (!listed || listed.bytes !== bytes || `sha256:${listed.sha256}` !== hash) {
        wrong.push(`${path}: the manifest and the descriptor differ`)
    }
}

if (wrong.length) end()
console.log(`${packed.resources.length} tables, ${rows} rows, ${manifest.files.length} files of the manifest: accepted`)
