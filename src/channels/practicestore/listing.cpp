#include "channels/practicestore/api.h"

#include "channels/http.h"

#include <QRegularExpression>
#include <algorithm>

namespace channels::practicestore {
namespace {

constexpr int largestPage = 100;

/// The digits on a clock, without saying which: filters compare them with the shop's local column or with the GMT column. A time with a zone is
/// first moved to the shop's clock, and that is what goes wrong when it is then compared with the GMT column.
std::optional<QDateTime> clockFace(const Shop &shop, const QString &text)
{
    static const QRegularExpression shape(QStringLiteral("^(\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d)(\\.\\d+)?(Z|[+-]\\d\\d:?\\d\\d)?$"),
                                          QRegularExpression::CaseInsensitiveOption);
    const auto match = shape.match(text);
    if (!match.hasMatch())
        return {};
    QDateTime face = QDateTime::fromString(match.captured(1) + match.captured(3).toUpper(), Qt::ISODate);
    if (!face.isValid())
        return {};
    if (!match.captured(3).isEmpty())
        face = face.toTimeZone(shop.settings.timeZone);
    return QDateTime(face.date(), face.time(), Qt::UTC);
}

/// The second that a column shows, as if its clock were in Greenwich.
qint64 columnOf(const Shop &shop, Instant at, bool gmt)
{
    const qint64 second = at.micros / 1'000'000;
    return gmt ? second : second + shop.settings.timeZone.offsetFromUtc(at.toDateTime());
}

struct DateFilter {
    const char *name;
    Instant Row::*column;
    bool after;
};

constexpr DateFilter dateFilters[] = {{"after", &Row::createdAt, true},
                                      {"before", &Row::createdAt, false},
                                      {"modified_after", &Row::modifiedAt, true},
                                      {"modified_before", &Row::modifiedAt, false}};

/// Both ends are exclusive, in whole seconds.
void filterByDates(const Call &call, std::vector<Row> &rows, std::vector<InvalidParameter> &refused)
{
    const bool gmt = call.query().flag(QStringLiteral("dates_are_gmt"));
    for (const DateFilter &filter : dateFilters) {
        const QString name = QString::fromLatin1(filter.name);
        const QString text = call.query().text(name);
        if (text.isEmpty())
            continue;
        const auto face = clockFace(call.shop, text);
        if (!face) {
            refused.push_back({name, QStringLiteral("rest_invalid_date"), QStringLiteral("Invalid date.")});
            continue;
        }
        std::erase_if(rows, [&](const Row &row) {
            const qint64 at = columnOf(call.shop, row.*filter.column, gmt);
            return filter.after ? at <= face->toSecsSinceEpoch() : at >= face->toSecsSinceEpoch();
        });
    }
}

void filterByIds(const Query &query, std::vector<Row> &rows)
{
    const auto names = [&](const char *list, const Row &row) { return query.list(QString::fromLatin1(list)).contains(QString::number(row.id)); };
    if (query.has(QStringLiteral("include")))
        std::erase_if(rows, [&](const Row &row) { return !names("include", row); });
    if (query.has(QStringLiteral("exclude")))
        std::erase_if(rows, [&](const Row &row) { return names("exclude", row); });
}

struct Paging {
    qint64 page = 1;
    qint64 perPage = 10;
    qint64 offset = 0;
};

Paging readPaging(const Query &query, std::vector<InvalidParameter> &refused)
{
    Paging paging;
    bool good = true;
    const QString page = QStringLiteral("page");
    const QString perPage = QStringLiteral("per_page");
    const QString offset = QStringLiteral("offset");
    if (query.has(page))
        paging.page = query.text(page).toLongLong(&good);
    if (!good || paging.page < 1)
        refused.push_back({page, QStringLiteral("rest_out_of_bounds"), QStringLiteral("page must be greater than or equal to 1")});
    good = true;
    if (query.has(perPage))
        paging.perPage = query.text(perPage).toLongLong(&good);
    if (!good)
        refused.push_back({perPage, QStringLiteral("rest_invalid_type"), QStringLiteral("per_page is not of type integer.")});
    else if (paging.perPage < 1 || paging.perPage > largestPage)
        refused.push_back(
            {perPage, QStringLiteral("rest_out_of_bounds"), QStringLiteral("per_page must be between 1 (inclusive) and 100 (inclusive)")});
    paging.offset = query.has(offset) ? query.text(offset).toLongLong() : (paging.page - 1) * paging.perPage;
    return paging;
}

using Sequence = std::function<bool(const Row &, const Row &)>;

/// Whether a row comes before another, as the query wants it.
Sequence sequenceOf(const Query &query, std::vector<InvalidParameter> &refused)
{
    const QString by = query.text(QStringLiteral("orderby"), QStringLiteral("date"));
    const QString direction = query.text(QStringLiteral("order"), QStringLiteral("desc"));
    static const QStringList orders{QStringLiteral("date"),  QStringLiteral("id"),   QStringLiteral("include"),
                                    QStringLiteral("title"), QStringLiteral("slug"), QStringLiteral("modified")};
    if (!orders.contains(by))
        refused.push_back({QStringLiteral("orderby"), QStringLiteral("rest_not_in_enum"),
                           QStringLiteral("orderby is not one of date, id, include, title, slug, and modified.")});
    if (direction != QLatin1String("asc") && direction != QLatin1String("desc"))
        refused.push_back({QStringLiteral("order"), QStringLiteral("rest_not_in_enum"), QStringLiteral("order is not one of asc and desc.")});
    if (by == QLatin1String("include"))
        return [wanted = query.list(by)](const Row &a, const Row &b) {
            return wanted.indexOf(QString::number(a.id)) < wanted.indexOf(QString::number(b.id));
        };
    Sequence before = [](const Row &a, const Row &b) { return a.id < b.id; };
    if (by == QLatin1String("modified"))
        before = [](const Row &a, const Row &b) { return std::pair(a.modifiedAt.micros, a.id) < std::pair(b.modifiedAt.micros, b.id); };
    else if (by == QLatin1String("date"))
        before = [](const Row &a, const Row &b) { return std::pair(a.createdAt.micros, a.id) < std::pair(b.createdAt.micros, b.id); };
    else if (by == QLatin1String("title") || by == QLatin1String("slug"))
        before = [](const Row &a, const Row &b) { return std::tie(a.title, a.id) < std::tie(b.title, b.id); };
    if (direction == QLatin1String("asc"))
        return before;
    return [before](const Row &a, const Row &b) { return before(b, a); };
}

/// Puts the rows of one page where they belong: a large shop's list is asked for page by page, and the rest may lie as it likes.
void arrange(std::vector<Row> &rows, qint64 first, qint64 end, const Sequence &before)
{
    if (first == end)
        return;
    std::nth_element(rows.begin(), rows.begin() + first, rows.end(), before);
    std::partial_sort(rows.begin() + first, rows.begin() + end, rows.end(), before);
}

QByteArray linkTo(const Call &call, qint64 page, const char *relation)
{
    std::vector<std::pair<QString, QString>> query;
    for (const auto &[name, value] : call.query().members())
        if (name != QLatin1String("page") && !name.startsWith(QLatin1String("oauth_")) && !name.startsWith(QLatin1String("consumer_")))
            query.emplace_back(name, value);
    query.emplace_back(QStringLiteral("page"), QString::number(page));
    return '<' + (call.shop.home + apiPath(call.path.join(u'/'))).toUtf8() + '?' + Http::encodeQuery(query) + ">; rel=\"" + relation + '"';
}

void setHeaders(const Call &call, const Paging &paging, qint64 total, Reply &reply)
{
    const qint64 pages = (total + paging.perPage - 1) / paging.perPage;
    reply.headers.emplace_back("X-WP-Total", QByteArray::number(total));
    reply.headers.emplace_back("X-WP-TotalPages", QByteArray::number(pages));
    QByteArrayList links;
    if (paging.page > 1)
        links.append(linkTo(call, std::min(paging.page - 1, std::max<qint64>(pages, 1)), "prev"));
    if (paging.page < pages)
        links.append(linkTo(call, paging.page + 1, "next"));
    if (!links.isEmpty())
        reply.headers.emplace_back("Link", links.join(", "));
}

Json onlyFields(const Query &query, const Json &thing)
{
    const QStringList fields = query.list(QStringLiteral("_fields"));
    if (fields.isEmpty())
        return thing;
    Json slim = Json::object();
    for (const auto &[name, value] : thing.members())
        if (fields.contains(name))
            slim.set(name, value);
    return slim;
}

} // namespace

Reply listReply(Call &call, std::vector<Row> rows, const std::function<Json(qint64)> &render)
{
    std::vector<InvalidParameter> refused;
    const Paging paging = readPaging(call.query(), refused);
    filterByDates(call, rows, refused);
    const Sequence before = sequenceOf(call.query(), refused);
    if (!refused.empty())
        return invalid(refused);
    filterByIds(call.query(), rows);

    Reply reply;
    JsonArray page;
    const qint64 total = qint64(rows.size());
    const qint64 first = std::clamp<qint64>(paging.offset, 0, total);
    const qint64 end = std::min(first + paging.perPage, total);
    arrange(rows, first, end, before);
    for (qint64 i = first; i < end; ++i)
        page.push_back(onlyFields(call.query(), render(rows[size_t(i)].id)));
    if (!page.empty() && call.faults.strikes(FaultPlan::Kind::Duplicate))
        page.push_back(page[size_t(call.shop.dice(int(page.size())))]);
    reply.body = std::move(page);
    setHeaders(call, paging, total, reply);
    if (end > first && end < total && call.path.value(0) == QLatin1String("orders") && call.faults.strikes(FaultPlan::Kind::Shift))
        call.shop.touch(*call.shop.findOrder(rows[size_t(first)].id));
    return reply;
}

} // namespace channels::practicestore
