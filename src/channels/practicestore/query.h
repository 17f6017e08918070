#pragma once

#include "web/fields.h"

namespace channels::practicestore {

/// The parameters of a query as the platform reads them: what is empty is not there, and lists come in several forms.
class Query : public web::Fields {
public:
    Query() = default;
    explicit Query(web::Fields fields) : web::Fields(std::move(fields)) {}

    bool has(const QString &name) const { return !list(name).isEmpty() || !text(name).isEmpty(); }
    bool flag(const QString &name) const ///< "1", "true", "yes"
    {
        const QString value = text(name).toLower();
        return value == QLatin1String("1") || value == QLatin1String("true") || value == QLatin1String("yes");
    }
    /// "status=a,b", "status[]=a&status[]=b" and "status[0]=a" are the same list.
    QStringList list(const QString &name) const
    {
        QStringList items;
        for (const auto &[key, value] : members())
            if (key == name || (key.startsWith(name + u'[') && key.endsWith(u']')))
                items += value.split(u',', Qt::SkipEmptyParts);
        return items;
    }
};

} // namespace channels::practicestore
