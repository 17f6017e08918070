#pragma once

#include <QString>

/// Where somebody lives or receives goods. Orders keep a copy of their own.
struct Address {
    QString name; ///< of the person
    QString company;
    QString street;
    QString street2;
    QString postcode;
    QString city;
    QString region;
    QString country; ///< ISO 3166, two letters
    QString phone;
    QString email;

    bool isEmpty() const { return name.isEmpty() && company.isEmpty() && street.isEmpty() && city.isEmpty(); }
    /// Lines as they are written on a label.
    QStringList lines() const;
    friend bool operator==(const Address &, const Address &) = default;
};
