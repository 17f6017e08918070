#include "core/sales/orderlist.h"

#include "sql/anchors.h"

namespace {

struct Where {
    std::string sql = "1 = 1";
    std::vector<sql::Value> values;

    void also(const std::string &condition, std::initializer_list<sql::Value> more = {})
    {
        sql += " AND " + condition;
        values.insert(values.end(), more);
    }
};

Where whereOf(const OrderFilter &filter)
{
    Where where;
    if (!filter.states.empty()) {
        std::string list;
        bool atWork = true;
        for (const OrderState state : filter.states) {
            list += (list.empty() ? "" : ", ") + std::to_string(int(state));
            atWork = atWork && state < OrderState::Paid;
        }
        // Orders at work are few and have an index of their own.
        where.also("o.state IN (" + list + ")" + (atWork ? " AND o.state < 80" : ""));
    }
    if (filter.channel)
        where.also("o.channel_id = ?", {filter.channel.value});
    const QString words = filter.words.trimmed();
    if (words.isEmpty())
        return where;
    where.also("(o.number LIKE ? OR o.external_number LIKE ? OR o.party_id IN (SELECT id FROM party WHERE search LIKE ?))",
               {u'%' + words.toUpper() + u'%', words + u'%', u'%' + folded(words) + u'%'});
    return where;
}

} // namespace

std::vector<OrderRow> orderRows(Tx &tx, const OrderFilter &filter, Id<SalesOrder> from, int limit)
{
    Where where = whereOf(filter);
    if (from)
        where.also(filter.oldestFirst ? "o.id >= ?" : "o.id <= ?", {from.value});
    auto rows = tx.connection().runWith(
        "SELECT o.id, o.number, o.external_number, COALESCE(c.name, ''), COALESCE(NULLIF(p.company, ''), p.name), o.day, o.state, o.currency, "
        "o.total, "
        "o.paid FROM sales_order o JOIN party p ON p.id = o.party_id LEFT JOIN channel c ON c.id = o.channel_id WHERE "
            + where.sql + (filter.oldestFirst ? " ORDER BY o.id LIMIT " : " ORDER BY o.id DESC LIMIT ") + std::to_string(limit),
        where.values);
    std::vector<OrderRow> found;
    while (rows.next()) {
        const Currency currency = Currency::of(rows.text(7)).value_or(tx.currency());
        found.push_back({{rows.integer(0)},
                         rows.text(1),
                         rows.text(2),
                         rows.text(3),
                         rows.text(4),
                         rows.day(5),
                         OrderState(rows.integer(6)),
                         Money(rows.integer(8), currency),
                         Money(rows.integer(9), currency)});
    }
    return found;
}

std::pair<std::vector<Id<SalesOrder>>, qint64> orderAnchors(Tx &tx, const OrderFilter &filter, int step)
{
    const Where where = whereOf(filter);
    return sql::anchors<Id<SalesOrder>>(tx, "o.id", "FROM sales_order o WHERE " + where.sql, !filter.oldestFirst, step, where.values);
}

std::vector<OrderSum> orderSums(Tx &tx, const OrderFilter &filter)
{
    const Where where = whereOf(filter);
    auto rows = tx.connection().runWith("SELECT o.currency, CAST(SUM(o.total) AS BIGINT), CAST(SUM(o.paid) AS BIGINT) FROM sales_order o WHERE "
                                            + where.sql + " GROUP BY o.currency ORDER BY o.currency",
                                        where.values);
    std::vector<OrderSum> sums;
    while (rows.next()) {
        const Currency currency = Currency::of(rows.text(0)).value_or(tx.currency());
        sums.push_back({Money(rows.integer(1), currency), Money(rows.integer(2), currency)});
    }
    return sums;
}
