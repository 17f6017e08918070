#include "core/export/journalexport.h"

#include "core/ledger/account.h"
#include "core/reports/journal.h"

#include <QRegularExpression>
#include <map>

namespace {

const char *rootOf(AccountType type, JournalFormat format)
{
    const bool bean = format == JournalFormat::Beancount;
    switch (type) {
    case AccountType::Asset: return bean ? "Assets" : "assets";
    case AccountType::Liability: return bean ? "Liabilities" : "liabilities";
    case AccountType::Equity: return bean ? "Equity" : "equity";
    case AccountType::Income: return bean ? "Income" : "income";
    case AccountType::Expense: return bean ? "Expenses" : "expenses";
    }
    return "assets";
}

/// The number comes first, so that two accounts never share a name.
QString nameOf(const Account &account, JournalFormat format)
{
    static const QRegularExpression odd(QStringLiteral("[^\\p{L}\\p{N} ()&.,'/+-]"));
    static const QRegularExpression oddForBean(QStringLiteral("[^A-Za-z0-9]+"));
    QString name = account.name.simplified();
    if (format == JournalFormat::Beancount) {
        name = name.normalized(QString::NormalizationForm_KD).replace(oddForBean, QStringLiteral("-"));
        while (name.endsWith(u'-'))
            name.chop(1);
        return QStringLiteral("%1:%2-%3").arg(QLatin1String(rootOf(account.type, format)), account.code, name);
    }
    return QStringLiteral("%1:%2 %3").arg(QLatin1String(rootOf(account.type, format)), account.code, name.replace(odd, QStringLiteral("-")));
}

QString oneLine(QString text) { return text.replace(u'\n', u' ').replace(u';', u',').simplified(); }

class Writer {
public:
    Writer(Tx &tx, JournalFormat format, const std::function<void(const QByteArray &)> &write) : m_tx(tx), m_format(format), m_write(write)
    {
        for (const Account &account : tx.all<Account>("id > 0 ORDER BY code"))
            m_names[account.code] = nameOf(account, format);
    }

    void head()
    {
        const QString currency = m_tx.currency().code();
        if (m_format == JournalFormat::Beancount) {
            put(QStringLiteral("option \"title\" \"%1\"\noption \"operating_currency\" \"%2\"\n\n")
                    .arg(m_tx.scene().companyName.left(80).remove(u'"'), currency));
            const QString first = m_tx.text("SELECT MIN(day) FROM journal_entry");
            for (const auto &[code, name] : m_names)
                put(QStringLiteral("%1 open %2\n").arg(first.isEmpty() ? m_tx.today().toString(Qt::ISODate) : first, name));
        } else {
            put(QStringLiteral("; %1\n").arg(oneLine(m_tx.scene().companyName)));
            const QString sample = Money(100'000 * decimal::powerOfTen(m_tx.currency().exponent()) / 100, m_tx.currency()).toString();
            if (m_format == JournalFormat::Hledger)
                put(QStringLiteral("commodity %1 %2\n").arg(m_tx.currency().exponent() > 0 ? sample : sample + u'.', currency));
            for (const auto &[code, name] : m_names)
                put(QStringLiteral("account %1\n").arg(name));
        }
        put(QStringLiteral("\n"));
    }

    void entry(const JournalView &view)
    {
        const QString memo = oneLine(view.entry.memo);
        if (m_format == JournalFormat::Beancount)
            put(QStringLiteral("%1 * \"%2\" ; %3\n").arg(view.entry.day.toString(Qt::ISODate), QString(memo).replace(u'"', u'\''), view.number));
        else
            put(QStringLiteral("%1 * (%2) %3%4\n")
                    .arg(view.entry.day.toString(Qt::ISODate), view.number, memo,
                         view.document.isEmpty() ? QString() : QStringLiteral("  ; document: ") + view.document));
        for (const JournalLineView &line : view.lines) {
            QStringList notes;
            if (!line.party.isEmpty())
                notes << QStringLiteral("party: ") + line.party;
            if (line.currency)
                notes << QStringLiteral("amount: %1 %2").arg(Money(*line.currencyAmount, *line.currency).toString(), line.currency->code());
            put(QStringLiteral("    %1  %2 %3%4\n")
                    .arg(m_names[line.account], line.amount.toString(), m_tx.currency().code(),
                         notes.isEmpty() ? QString() : QStringLiteral("  ; ") + notes.join(QStringLiteral(", "))));
        }
        put(QStringLiteral("\n"));
    }

private:
    void put(const QString &text) { m_write(text.toUtf8()); }

    Tx &m_tx;
    JournalFormat m_format;
    const std::function<void(const QByteArray &)> &m_write;
    std::map<QString, QString> m_names;
};

} // namespace

void exportJournal(Tx &tx, JournalFormat format, const std::function<void(const QByteArray &)> &write)
{
    Writer writer(tx, format, write);
    writer.head();
    JournalQuestion question;
    question.limit = 500;
    for (;;) {
        const auto page = journalEntries(tx, question);
        for (const JournalView &view : page)
            writer.entry(view);
        if (int(page.size()) < question.limit)
            return;
        question.after = page.back().entry.id;
    }
}
