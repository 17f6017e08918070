// Purser's side of the comparison. bench/run calls it; each call prints one line of figures (see figures.h) or words on stderr.
//
//   bench-purser grow FILE ORDERS                          founds the company, or lets an existing one grow to so many orders
//   bench-purser play FILE apply|cash BATCH ORDERS [RECORDING]
//   bench-purser ask FILE trial-balance|newest|deep TIMES [RECORDING]   prints the median in microseconds
//   bench-purser state FILE                                sums and the end of the journal's chain
//   bench-purser verify FILE                               recomputes everything

#include "core/reports/report.h"
#include "core/verify/verify.h"
#include "figures.h"
#include "orders.h"
#include "recorder.h"
#include "work.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <algorithm>
#include <cstdio>
#include <cstdlib>

namespace {

[[noreturn]] void stop(const QString &why)
{
    std::fprintf(stderr, "bench-purser: %s\n", qPrintable(why));
    std::exit(1);
}

template <class T> T must(Result<T> result)
{
    if (!result)
        stop(result.error().code + QStringLiteral(": ") + result.error().text);
    return *std::move(result);
}

std::vector<QByteArray> payloads(qint64 first, qint64 count)
{
    std::vector<QByteArray> texts;
    for (qint64 number = first; number < first + count; ++number)
        texts.push_back(bench::payload(number));
    return texts;
}

void grow(const QString &file, qint64 wanted)
{
    constexpr int batch = 1'000;
    Session session = QFileInfo::exists(file) ? must(bench::open({file})) : must(bench::found({file}));
    bench::Worker worker(session, bench::Work::Cash, batch);
    for (qint64 have = bench::orders(session); have < wanted; have += batch) {
        must(worker.run(have, payloads(have, std::min<qint64>(batch, wanted - have))));
        if (have % 50'000 == 0)
            std::fprintf(stderr, "  %lld of %lld orders\n", (long long)have, (long long)wanted);
    }
}

void play(const QString &file, const QString &work, int batch, qint64 count, const QString &recording)
{
    qint64 first = 0;
    {
        Session session = must(bench::open({file}));
        first = bench::orders(session);
    }
    const auto texts = payloads(first, count); // what the shop sends is there before the clock starts
    const bench::Meter meter;
    qint64 statements = 0;
    {
        Session session = must(bench::open({file}));
        std::optional<Recorder> recorder;
        bench::Worker worker(session, work == QLatin1String("apply") ? bench::Work::Apply : bench::Work::Cash, batch);
        if (!recording.isEmpty())
            recorder.emplace(session.connection());
        must(worker.run(first, texts));
        if (recorder) {
            statements = recorder->statements();
            if (!recorder->save(recording))
                stop(QStringLiteral("cannot write ") + recording);
        }
    }
    meter.print(count, statements);
}

/// What a screen or a report asks. Gives back how many rows it shows.
qint64 question(Tx &tx, const QString &name)
{
    if (name == QLatin1String("trial-balance"))
        return qint64(trialBalance(tx, tx.today()).rows.size());
    const qint64 last = tx.number("SELECT MAX(id) FROM sales_order");
    const qint64 from = name == QLatin1String("deep") ? last / 2 : last;
    return qint64(tx.all<SalesOrder>("id <= ? ORDER BY id DESC LIMIT 200", from).size());
}

void ask(const QString &file, const QString &name, int times, const QString &recording)
{
    Session session = must(bench::open({file}));
    const qint64 last = bench::orders(session);
    session.clock = [last] { return bench::timeOf(last); };
    if (!recording.isEmpty()) {
        const Recorder recorder(session.connection());
        must(session.ask([&](Tx &tx) { return question(tx, name); }));
        session.connection().onStatement = nullptr;
        if (!recorder.save(recording))
            stop(QStringLiteral("cannot write ") + recording);
        return;
    }
    std::vector<double> took;
    qint64 rows = 0;
    for (int i = 0; i < times; ++i) {
        const double start = bench::wallSeconds();
        rows = must(session.ask([&](Tx &tx) { return question(tx, name); }));
        took.push_back((bench::wallSeconds() - start) * 1e6);
    }
    std::sort(took.begin(), took.end());
    std::printf("%.1f %lld\n", took[took.size() / 2], (long long)rows);
}

void verifyFile(const QString &file)
{
    Session session = must(bench::open({file}));
    const Verification found = must(session.ask([](Tx &tx) { return verify(tx, {}); }));
    for (const auto &difference : found.differences)
        std::printf("%s: %s\n", qPrintable(difference.where), qPrintable(difference.text));
    if (!found.ok())
        stop(QStringLiteral("the company does not prove itself"));
    std::printf("verified\n");
}

} // namespace

int main(int count, char **arguments)
{
    const QCoreApplication application(count, arguments);
    const QStringList words = application.arguments();
    const QString verb = words.value(1), file = words.value(2);
    if (verb == QLatin1String("grow") && words.size() == 4)
        grow(file, words[3].toLongLong());
    else if (verb == QLatin1String("play") && words.size() >= 6)
        play(file, words[3], words[4].toInt(), words[5].toLongLong(), words.value(6));
    else if (verb == QLatin1String("ask") && words.size() >= 5)
        ask(file, words[3], words[4].toInt(), words.value(5));
    else if (verb == QLatin1String("state") && words.size() == 3) {
        Session session = must(bench::open({file}));
        std::printf("%s\n", qPrintable(bench::state(session)));
    } else if (verb == QLatin1String("verify") && words.size() == 3)
        verifyFile(file);
    else
        stop(QStringLiteral("use: grow | play | ask | state | verify; see bench/main.cpp"));
    return 0;
}
