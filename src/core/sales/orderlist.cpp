#include "core/sales/orderlist.h"

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

/// Typed words: of a number that looks like one, else of the customer.
Where whereOf(const OrderFilter &filter)
{
    Where where;
    if (!filter.states.empty()) {
        std::string list;
        for (const OrderState state : filter.states)
            list += (list.empty() ? "" : ", ") + std::to_string(int(state));
        where.also("o.state IN (" + list + ")");
    }
    const QString words = filter.words.trimmed();
    if (words.isEmpty())
        return where;
    const QString like = u'%' + folded(words) + u'%';
    where.also("(o.number LIKE ? OR o.external_number LIKE ? OR o.party_id IN (SELECT id FROM party WHERE search LIKE ?))",
               {u'%' + words.toUpper() + u'%', words + u'%', like});
    return where;
}

} // namespace

std::vector<OrderRow> orderRows(Tx &tx, const OrderFilter &filter, Id<SalesOrder> from, int limit)
{
    Where where = whereOf(filter);
    if (from)
        where.also("o.id <= ?", {from.value});
    auto rows = tx.connection().runWith("SELECT o.id, o.number, o.external_number, COALESCE(c.name, ''), COALESCE(NULLIF(p.company, ''), p.name), o.day, o.state, o.currency, o.total, o.paid "
                                        "FROM sales_order o JOIN party p ON p.id = o.party_id LEFT JOIN channel c ON c.id = o.channel_id WHERE "
                                            + where.sql + " ORDER BY o.id DESC LIMIT " + std::to_string(limit),
                                        where.values);
    std::vector<OrderRow> found;
    while (rows.next()) {
        const Currency currency = Currency::of(rows.text(7)).value_or(tx.currency());
        found.push_back({{rows.integer(0)}, rows.text(1), rows.text(2), rows.text(3), rows.text(4), rows.day(5), OrderState(rows.integer(6)), Money(rows.integer(8), currency),
                         Money(rows.integer(9), currency)});
    }
    return found;
}

std::pair<std::vector<Id<SalesOrder>>, qint64> orderAnchors(Tx &tx, const OrderFilter &filter, int step)
{
    const Where where = whereOf(filter);
    std::vector<Id<SalesOrder>> anchors;
    qint64 count = 0;
    auto rows = tx.connection().runWith("SELECT o.id FROM sales_order o WHERE " + where.sql + " ORDER BY o.id DESC", where.values);
    while (rows.next())
        if (count++ % step == 0)
            anchors.push_back({rows.integer(0)});
    return {std::move(anchors), count};
}
