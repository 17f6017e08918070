#pragma once

#include "base/json.h"
#include "channels/http.h"

/// WooCommerce's published interface, read from wc-v3.openapi.json, as a judge of requests.
class OpenApi {
public:
    OpenApi();
    /// What is wrong with a request: unknown path or method, unknown or ill-typed parameters and members. Empty if nothing.
    QStringList violations(const channels::Request &request) const;

private:
    const Json &operation(const channels::Request &request, QStringList &wrong) const;
    void checkQuery(const channels::Request &request, const Json &operation, QStringList &wrong) const;
    void checkValue(const Json &value, const Json &schema, const QString &where, QStringList &wrong) const;
    const Json &resolve(const Json &schema) const;

    Json m_document;
};
