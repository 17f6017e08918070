#pragma once

#include <QFormLayout>
#include <QJsonObject>
#include <QObject>
#include <functional>
#include <vector>

class QLabel;

/// What the fields of any form have in common: label and accessible name, the line below that says what is wrong, and whether a person changed
/// something.
class FieldSet : public QObject {
    Q_OBJECT

public:
    explicit FieldSet(QFormLayout *layout) { goOnIn(layout); }

    /// Fields that follow stand in another column of the form.
    void goOnIn(QFormLayout *layout);
    /// Whether something stands in a field that was not there when the row was shown.
    bool isDirty() const;
    /// What stands in the fields that were changed, by their names; and back again.
    QJsonObject typed() const;
    void retype(const QJsonObject &typed);
    /// Puts the keyboard into the first field that cannot be read.
    void focusTrouble();

signals:
    void edited(); ///< by a person

protected:
    /// A row of the form. Without a label the widget says itself what it is.
    void add(const QString &label, QWidget *widget, const char *name);
    void onLeft(size_t field, std::function<void()> check);
    bool complain(size_t field, const QString &problem); ///< true if there is none
    void remember();

    static QString notANumber();
    static QString notADay();

private:
    struct Field {
        QWidget *widget;
        QLabel *complaint;
        QString shown;
        std::function<void()> check;
    };
    void changed(size_t field);

    QFormLayout *m_layout = nullptr;
    std::vector<Field> m_fields;
};
