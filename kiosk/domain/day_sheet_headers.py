"""What a column's head says it holds, in English and Spanish."""

from __future__ import annotations

from typing import Final

from kiosk.domain.day_sheet import Columns, SheetField
from kiosk.domain.values import fold_name

_WORDS: Final = {
    SheetField.FIRST: """first firstname fname given givenname givennames forename patientfirst patientfirstname
        ptfirstname legalfirstname nombre nombres primernombre nombredepila""",
    SheetField.LAST: """last lastname lname surname family familyname patientlast patientlastname ptlastname
        legallastname apellido apellidos primerapellido""",
    SheetField.FULL_NAME: """name fullname patient patientname patientfullname ptname lastfirst lastnamefirstname
        lastcommafirst paciente nombrecompleto nombredelpaciente nombreyapellido nombreyapellidos apellidoynombre
        apellidosynombre apellidosynombres apellidosnombre""",
    SheetField.BIRTH_DATE: """dob birthdate dateofbirth birthday born bdate birth patientdob ptdob patientbirthdate
        patientdateofbirth fechadenacimiento fechanacimiento fechadenac fechanac nacimiento fnacimiento fdn""",
    SheetField.ZIP: """zip zipcode zip5 postalcode postcode postal zippostalcode zippostal patientzip patientzipcode
        ptzip homezip codigopostal codpostal cp""",
    SheetField.COUNTRY: """country countrycode addresscountry homecountry patientcountry pais paisderesidencia""",
    SheetField.EMAIL: """email emailaddress emailid mail patientemail ptemail correo correoelectronico""",
    SheetField.PHONE: """phone phonenumber phoneno mobile mobilephone cell cellphone homephone primaryphone telephone
        tel patientphone ptphone telefono telefonomovil celular movil numerodetelefono""",
    SheetField.GENDER: """gender sex patientgender patientsex ptsex administrativegender legalsex sexo genero""",
    SheetField.LANGUAGE: """language lang preferredlanguage preflanguage primarylanguage patientlanguage idioma lengua
        idiomapreferido lenguaje""",
    SheetField.GUARDIAN: """guardian guardianname parent parentname parentguardian parentorguardian legalguardian
        tutor tutora tutorlegal padreotutor padremadreotutor madreopadre""",
    SheetField.TIME: """time appointmenttime appttime apptstart appointment appt start starttime appointmentstart
        hora horacita horadelacita horadecita cita""",
    SheetField.STATUS: """status appointmentstatus apptstatus visitstatus patientstatus ptstatus estadocita
        estadodelacita estadodelpaciente""",
}
_FIELD_OF: Final = {word: field for field, words in _WORDS.items() for word in words.split()}


def recognise_columns(header: tuple[str, ...]) -> Columns:
    """Say what each column holds by its head; the first column of a kind wins, unknown heads are ignored.

    ``Name`` beside a last name is the first name; ``Nombre`` with no last name beside it is the whole name.
    """
    found: list[SheetField | None] = []
    for text in header:
        field = _FIELD_OF.get(fold_name(text[:80]))
        found.append(None if field in found else field)
    has_last = SheetField.LAST in found
    if has_last and SheetField.FIRST not in found and SheetField.FULL_NAME in found:
        found[found.index(SheetField.FULL_NAME)] = SheetField.FIRST
    elif not has_last and SheetField.FIRST in found and SheetField.FULL_NAME not in found:
        place = found.index(SheetField.FIRST)
        if fold_name(header[place]) in ("nombre", "nombres"):
            found[place] = SheetField.FULL_NAME
    return tuple(found)


def recognised(header: tuple[str, ...]) -> int:
    """How many columns a row would name if it were the head."""
    return sum(field is not None for field in recognise_columns(header))


def missing_fields(columns: Columns) -> tuple[SheetField, ...]:
    """What has to be told by hand: an invitation needs a name, a date of birth and a ZIP."""
    missing = [] if SheetField.FULL_NAME in columns else [SheetField.FIRST, SheetField.LAST]
    needed = (*missing, SheetField.BIRTH_DATE, SheetField.ZIP)
    return tuple(field for field in needed if field not in columns)
