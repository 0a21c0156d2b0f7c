// Records a deal, reads it, corrects a count and finds it in the list: with a generated client alone.
import { AgreementsApi, ClaimsApi, Configuration, PartiesApi, SourcesApi } from './client';

const [base, key] = process.argv.slice(2);
const configuration = new Configuration({ basePath: base, accessToken: key });

function must(holds: boolean, what: string): void {
    if (!holds) {
        throw new Error(`It does not hold that ${what}.`);
    }
}

async function run(): Promise<void> {
    const agreements = new AgreementsApi(configuration);
    const claims = new ClaimsApi(configuration);
    await new PartiesApi(configuration).createParty({
        partyRequest: { slug: 'ts-qatar', name: 'Qatar', kind: 'state' },
    });
    await new SourcesApi(configuration).createSource({
        sourceRequest: { slug: 'ts-report', kind: 'unrecorded', publisher: 'A newspaper' },
    });
    const cited = [{ source: 'ts-report' }];
    const created = await agreements.createAgreementRaw({
        agreementRequest: {
            slug: 'ts-mirage-2000-5',
            title: 'Qatar – Indonesia: Mirage 2000-5',
            parties: [{ party: 'ts-qatar', role: 'supplier', citations: cited }],
            items: [{ designation: 'Mirage 2000-5', category: 'combat_aircraft', count: '12', citations: cited }],
            dates: [{ event: 'announced', when: '2023-06', citations: cited }],
        },
    });
    const etag = created.raw.headers.get('ETag')!;
    const read = await agreements.getAgreement({ id: 'ts-mirage-2000-5' });
    must(read.items[0].count!.lower === 12, 'the count is 12');
    must(read.dates[0].when.latest !== null, 'the date has a last day');
    const corrected = await claims.patchItem({
        id: read.slug,
        claimId: read.items[0].id,
        ifMatch: etag,
        itemPatch: { count: '10..12', changeReason: 'The report says ten to twelve.' },
    });
    must(corrected.count!.text === '10..12', 'the count is corrected');
    const page = await agreements.listAgreements({ limit: 500 });
    must(page.items.some((item) => item.slug === read.slug), 'the list has it');
    console.log('The TypeScript client has created, read, corrected and listed.');
}

run().catch((error) => {
    console.error(error);
    process.exit(1);
});
