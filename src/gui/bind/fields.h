#pragma once

#include "base/id.h"
#include "gui/bind/dayedit.h"
#include "gui/bind/fieldset.h"
#include "gui/bind/typing.h"

#include <QCheckBox>
#include <QComboBox>
#include <QPlainTextEdit>

/// The fields of a form, each said once: label, member of a struct, name. They show a row, and give back the row as it was edited. A number may be
/// typed as a small sum; what cannot be read is said below its field as soon as it is left. Names are for tests and for work that is kept over a
/// crash.
template <class T> class Fields : public FieldSet {
public:
    using FieldSet::FieldSet;

    QLineEdit *text(const QString &label, QString T::*field, const char *name)
    {
        return line(
            label, name, [field](const T &row) { return row.*field; },
            [field](T &row, const QString &typed) {
                row.*field = typed;
                return true;
            });
    }
    QPlainTextEdit *longText(const QString &label, QString T::*field, const char *name)
    {
        auto *edit = new QPlainTextEdit;
        add(label, edit, name);
        bind([edit, field](const T &row) { edit->setPlainText(row.*field); }, [edit, field](T &row) { row.*field = edit->toPlainText(); });
        return edit;
    }
    QLineEdit *quantity(const QString &label, Quantity T::*field, const char *name)
    {
        return number(
            label, name, [field](const T &row) { return (row.*field).toString(QLocale()); },
            [field](T &row, const QString &typed) { return take(row.*field, typed.isEmpty() ? Quantity() : typedQuantity(typed)); });
    }
    QLineEdit *percent(const QString &label, Rate T::*field, const char *name)
    {
        return number(
            label, name, [field](const T &row) { return percentText(row.*field); },
            [field](T &row, const QString &typed) { return take(row.*field, typed.isEmpty() ? Rate() : typedPercent(typed)); });
    }
    QLineEdit *whole(const QString &label, int T::*field, const char *name)
    {
        return number(
            label, name, [field](const T &row) { return QLocale().toString(row.*field); },
            [field](T &row, const QString &typed) {
                const auto read = typed.isEmpty() ? std::optional<qint64>(0) : calculate(typed, 0);
                const bool fits = read && *read == int(*read);
                if (fits)
                    row.*field = int(*read);
                return fits;
            });
    }
    /// An amount; an empty field is zero.
    QLineEdit *money(const QString &label, Money T::*field, Currency currency, const char *name)
    {
        return number(
            label, name, [field](const T &row) { return (row.*field).toString(QLocale()); },
            [field, currency](T &row, const QString &typed) {
                return take(row.*field, typed.isEmpty() ? Money(0, currency) : typedMoney(typed, currency));
            });
    }
    /// An amount in minor units that may be missing.
    QLineEdit *money(const QString &label, std::optional<qint64> T::*field, Currency currency, const char *name)
    {
        return number(
            label, name, [field, currency](const T &row) { return row.*field ? Money(*(row.*field), currency).toString(QLocale()) : QString(); },
            [field, currency](T &row, const QString &typed) {
                const auto amount = typedMoney(typed, currency);
                row.*field = amount ? std::optional(amount->minor()) : std::nullopt;
                return amount || typed.isEmpty();
            });
    }
    QLineEdit *price(const QString &label, UnitPrice T::*field, Currency currency, const char *name)
    {
        return number(
            label, name, [field](const T &row) { return (row.*field).toString(QLocale()); },
            [field, currency](T &row, const QString &typed) { return take(row.*field, typedPrice(typed, currency)); });
    }
    DayEdit *day(const QString &label, QDate T::*field, const char *name)
    {
        auto *edit = new DayEdit;
        add(label, edit, name);
        bind([edit, field](const T &row) { edit->setDay(row.*field); },
             [edit, field](T &row) {
                 const auto typed = edit->day();
                 row.*field = typed.value_or(QDate());
                 return typed ? QString() : notADay();
             });
        return edit;
    }
    QCheckBox *check(const QString &label, bool T::*field, const char *name)
    {
        auto *box = new QCheckBox(label);
        add({}, box, name);
        bind([box, field](const T &row) { box->setChecked(row.*field); }, [box, field](T &row) { row.*field = box->isChecked(); });
        return box;
    }
    /// A choice among texts, stored as such.
    QComboBox *choice(const QString &label, QString T::*field, const QStringList &choices, const char *name)
    {
        auto *box = new QComboBox;
        box->addItems(choices);
        add(label, box, name);
        bind(
            [box, field](const T &row) {
                if (box->findText(row.*field) < 0 && !(row.*field).isEmpty())
                    box->addItem(row.*field);
                box->setCurrentText(row.*field);
            },
            [box, field](T &row) { row.*field = box->currentText(); });
        return box;
    }
    QComboBox *currency(const QString &label, Currency T::*field, const char *name)
    {
        auto *box = new QComboBox;
        for (const Currency known : Currency::all())
            box->addItem(known.code());
        add(label, box, name);
        bind([box, field](const T &row) { box->setCurrentText((row.*field).code()); },
             [box, field](T &row) { row.*field = Currency::of(box->currentText()).value_or(row.*field); });
        return box;
    }
    /// A choice among the values of an enum, each with its label.
    template <class Enum>
    requires std::is_enum_v<Enum> QComboBox *choice(const QString &label, Enum T::*field, const std::vector<std::pair<Enum, QString>> &choices,
                                                    const char *name)
    {
        auto *box = new QComboBox;
        for (const auto &[value, text] : choices)
            box->addItem(text, int(value));
        add(label, box, name);
        bind([box, field](const T &row) { box->setCurrentIndex(std::max(0, box->findData(int(row.*field)))); },
             [box, field](T &row) { row.*field = Enum(box->currentData().toInt()); });
        return box;
    }
    /// A choice among rows of another table, by id; the first entry is "none".
    template <class Other>
    QComboBox *choice(const QString &label, Id<Other> T::*field, const std::vector<std::pair<Id<Other>, QString>> &choices, const char *name)
    {
        auto *box = new QComboBox;
        box->addItem(QStringLiteral("–"), qint64(0));
        for (const auto &[id, text] : choices)
            box->addItem(text, id.value);
        add(label, box, name);
        bind([box, field](const T &row) { box->setCurrentIndex(std::max(0, box->findData((row.*field).value))); },
             [box, field](T &row) { (row.*field).value = box->currentData().toLongLong(); });
        return box;
    }

    void show(const T &row)
    {
        const QSignalBlocker quiet(this); // nobody edited anything
        m_row = row;
        for (const auto &show : m_show)
            show(row);
        remember();
    }
    /// What the form says; nothing if a field cannot be read, which is said beside it.
    std::optional<T> edited()
    {
        T row = m_row;
        bool all = true;
        for (size_t i = 0; i < m_read.size(); ++i)
            all = complain(i, m_read[i](row)) && all;
        return all ? std::optional(row) : std::nullopt;
    }
    const T &shown() const { return m_row; }

private:
    template <class V> static bool take(V &into, const std::optional<V> &value)
    {
        if (value)
            into = *value;
        return bool(value);
    }
    template <class Show, class Read> QLineEdit *line(const QString &label, const char *name, Show show, Read read)
    {
        auto *edit = new QLineEdit;
        add(label, edit, name);
        bind([edit, show](const T &row) { edit->setText(show(row)); },
             [edit, read](T &row) { return read(row, edit->text().trimmed()) ? QString() : notANumber(); });
        return edit;
    }
    template <class Show, class Read> QLineEdit *number(const QString &label, const char *name, Show show, Read read)
    {
        auto *edit = line(label, name, show, read);
        edit->setAlignment(Qt::AlignRight);
        return edit;
    }
    /// `read` gives back what is wrong, or nothing at all where nothing can be.
    template <class Show, class Read> void bind(Show show, Read read)
    {
        m_show.push_back(show);
        m_read.push_back([read](T &row) {
            if constexpr (std::is_void_v<decltype(read(row))>) {
                read(row);
                return QString();
            } else {
                return read(row);
            }
        });
        const size_t index = m_read.size() - 1;
        onLeft(index, [this, index] {
            T scratch = m_row;
            complain(index, m_read[index](scratch));
        });
    }

    T m_row;
    std::vector<std::function<void(const T &)>> m_show;
    std::vector<std::function<QString(T &)>> m_read;
};
