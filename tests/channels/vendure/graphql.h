#pragma once

#include "base/json.h"

#include <map>
#include <optional>

/// A GraphQL schema, read from its definition, as a judge of documents and their variables.
class GraphQlSchema {
public:
    explicit GraphQlSchema(const QString &definition);
    /// What is wrong with a request: unknown fields, arguments or types, missing or superfluous selections, variables of another type.
    QStringList violations(const QString &document, const Json &variables) const;

    /// "[ID!]!": which type, and whether it is a list.
    struct Type {
        QString name;
        bool isList = false;
        bool isRequired = false;
    };
    struct Field {
        Type type;
        std::map<QString, Type> arguments;
    };
    struct Definition {
        QString kind; ///< type, interface, input, union, enum, scalar
        std::map<QString, Field> fields;
        QStringList values; ///< of an enum
    };
    const Definition *find(const QString &type) const;

private:
    std::map<QString, Definition> m_types;
};
