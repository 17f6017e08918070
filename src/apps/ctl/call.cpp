#include "apps/ctl/call.h"

#include <QCoreApplication>
#include <QFile>
#include <termios.h>
#include <unistd.h>

namespace ctl {

static QString tr(const char *text) { return QCoreApplication::translate("Call", text); }

static Error wrong(const char *name, const QString &value, const QString &shape)
{
    return wrongUsage(tr("“%1” is no %2 (--%3).").arg(value, shape, QLatin1String(name)));
}

template <class T, class Parse> static Result<std::optional<T>> typed(const Call &call, const char *name, const QString &shape, Parse parse)
{
    if (!call.has(name))
        return std::optional<T>();
    const std::optional<T> parsed = parse(call.option(name));
    if (!parsed)
        return wrong(name, call.option(name), shape);
    return parsed;
}

Result<std::optional<QDate>> Call::day(const char *name) const
{
    return typed<QDate>(*this, name, tr("day such as 2026-01-31"), [](const QString &text) {
        const QDate date = QDate::fromString(text, Qt::ISODate);
        return date.isValid() ? std::optional(date) : std::nullopt;
    });
}

Result<std::optional<Quantity>> Call::quantity(const char *name) const
{
    return typed<Quantity>(*this, name, tr("quantity such as 2.5"), [](const QString &text) { return Quantity::parse(text); });
}

Result<std::optional<Money>> Call::money(const char *name, Currency currency) const
{
    return typed<Money>(*this, name, tr("amount such as 12.34"), [currency](const QString &text) { return Money::parse(text, currency); });
}

Result<std::optional<int>> Call::number(const char *name) const
{
    return typed<int>(*this, name, tr("whole number"), [](const QString &text) {
        bool whole = false;
        const int value = text.toInt(&whole);
        return whole ? std::optional(value) : std::nullopt;
    });
}

Result<Quantity> Call::wordQuantity(const char *name) const
{
    if (const auto parsed = Quantity::parse(word(name)))
        return *parsed;
    return wrongUsage(tr("“%1” is no quantity such as 2.5.").arg(word(name)));
}

Result<std::optional<Instant>> Call::moment(const char *name, bool endOfDay, const QTimeZone &zone) const
{
    return typed<Instant>(*this, name, tr("moment such as 2026-01-31 or 2026-01-31T12:00:00Z"), [&](const QString &text) -> std::optional<Instant> {
        if (const auto exact = Instant::parse(text))
            return exact;
        const QDate date = QDate::fromString(text, Qt::ISODate);
        return date.isValid() ? std::optional(Instant::of(endOfDay ? date.endOfDay(zone) : date.startOfDay(zone))) : std::nullopt;
    });
}

namespace {

/// While it lives, the terminal does not show what is typed.
class Unseen {
public:
    explicit Unseen(bool terminal) : m_terminal(terminal && tcgetattr(STDIN_FILENO, &m_before) == 0)
    {
        if (!m_terminal)
            return;
        termios quiet = m_before;
        quiet.c_lflag &= ~tcflag_t(ECHO);
        tcsetattr(STDIN_FILENO, TCSAFLUSH, &quiet);
    }
    ~Unseen()
    {
        if (m_terminal)
            tcsetattr(STDIN_FILENO, TCSAFLUSH, &m_before);
    }
    Q_DISABLE_COPY_MOVE(Unseen)

private:
    termios m_before{};
    bool m_terminal;
};

} // namespace

std::vector<QString> Call::secretLines(const std::vector<QString> &names) const
{
    const Unseen unseen(terminal().input);
    std::vector<QString> lines;
    for (const QString &name : names) {
        if (terminal().input)
            *m_progress << name << QStringLiteral(": ") << Qt::flush;
        const QByteArray line = m_input->readLine(8192);
        if (terminal().input)
            *m_progress << Qt::endl;
        const QString secret = QString::fromUtf8(line).trimmed();
        if (secret.isEmpty())
            break; // some platforms take one key or two
        lines.push_back(secret);
    }
    return lines;
}

Result<QByteArray> Call::bytes(const char *name) const
{
    const QString path = word(name);
    if (path == QLatin1String("-"))
        return m_input->readAll();
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return notFound(QStringLiteral("no_file"), tr("The file %1 cannot be read: %2.").arg(path, file.errorString()));
    return file.readAll();
}

Json list(JsonArray items, const QString &next) { return object("items", Json(std::move(items)), "next", next.isEmpty() ? Json() : Json(next)); }

Result<Page> pageOf(const Call &call)
{
    const auto limit = call.number("limit");
    if (!limit)
        return limit.error();
    const int most = limit->value_or(100);
    if (most < 1 || most > 10'000)
        return wrongUsage(tr("--limit lies between 1 and 10000."));
    return Page{most, call.option("after")};
}

Result<Answer> listed(const Call &call, JsonArray items, const char *key)
{
    const auto page = pageOf(call);
    if (!page)
        return page.error();
    size_t from = 0;
    if (!page->after.isEmpty()) {
        const auto found = std::find_if(items.begin(), items.end(), [&](const Json &item) { return item[key].text() == page->after; });
        if (found == items.end())
            return wrongUsage(tr("--after %1 is not in the list.").arg(page->after));
        from = size_t(found - items.begin()) + 1;
    }
    const size_t to = std::min(items.size(), from + size_t(page->limit));
    const QString next = to < items.size() ? items[to - 1][key].text() : QString();
    return Answer(list(JsonArray(items.begin() + long(from), items.begin() + long(to)), next));
}

} // namespace ctl
