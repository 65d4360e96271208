namespace RolloutPortal.Importing;

/// <summary>What can be wrong with a file. The value is the key of the text.</summary>
public static class ImportFaults
{
    public const string FileEmpty = "file.empty";
    public const string FileUtf16 = "file.utf-16";
    public const string FileMixed = "file.mixed";
    public const string FileTab = "file.tab";

    /// <summary>{0}: the character.</summary>
    public const string FileDelimiter = "file.delimiter";

    public const string FileOld = "file.old";
    public const string FilePdf = "file.pdf";
    public const string FilePicture = "file.picture";
    public const string FileWord = "file.word";
    public const string FileSlides = "file.slides";
    public const string FileOpenDocument = "file.open-document";

    /// <summary>Excel's binary workbook (<c>.xlsb</c>).</summary>
    public const string FileBinarySheet = "file.binary-sheet";

    public const string FileArchive = "file.archive";

    /// <summary>A web page or XML, as some systems call a spreadsheet.</summary>
    public const string FileMarkup = "file.markup";

    public const string FileOther = "file.other";

    /// <summary>Its headers are those of another kind: <see cref="Fields.FieldTable.Name"/> behind <see cref="FileOfKind"/>.</summary>
    public const string FileOfLocations = FileOfKind + "locations";

    /// <inheritdoc cref="FileOfLocations"/>
    public const string FileOfEmployees = FileOfKind + "employees";

    internal const string FileOfKind = "file.of-";

    public const string FileEncrypted = "file.encrypted";
    public const string FileDamaged = "file.damaged";
    public const string FileNoSheet = "file.no-sheet";

    /// <summary>{0}: megabytes allowed.</summary>
    public const string FileTooLarge = "file.too-large";

    /// <summary>{0}: rows allowed.</summary>
    public const string FileTooManyRows = "file.too-many-rows";

    /// <summary>{0}: the masked form.</summary>
    public const string FileNamePerson = "file.name-person";

    public const string FileNameDoubt = "file.name-doubt";

    public const string ColumnMissing = "column.missing";

    /// <summary>{0}, {1}: the two headers.</summary>
    public const string ColumnTwice = "column.twice";

    public const string QuoteOpen = "row.quote-open";
    public const string QuoteInside = "row.quote-inside";

    /// <summary>{0}: fields found. {1}: columns of the header.</summary>
    public const string RowTooFew = "row.too-few";

    /// <inheritdoc cref="RowTooFew"/>
    public const string RowTooMany = "row.too-many";

    /// <summary>Nothing behind it is read. {0}: characters allowed in a cell. {1}: in a record.</summary>
    public const string RowTooLong = "row.too-long";

    /// <summary>{0}: columns allowed.</summary>
    public const string TooManyColumns = "row.columns";

    public const string Missing = "cell.missing";
    public const string Formula = "cell.formula";

    /// <summary>{0}: what stands there (<c>#N/A</c>).</summary>
    public const string ErrorValue = "cell.error";

    public const string KeySpace = "cell.key-space";

    public const string Control = "cell.control";
    public const string Direction = "cell.direction";
    public const string NewLine = "cell.new-line";

    /// <summary>{0}: how many characters are allowed.</summary>
    public const string TooLong = "cell.too-long";

    /// <summary>{0}: what stands there, in this and the following.</summary>
    public const string NoDate = "date.none";
    public const string DateTwoDigits = "date.two-digits";
    public const string DateTime = "date.time";
    public const string DateTooEarly = "date.too-early";
    public const string DateTooLate = "date.too-late";
    public const string NotWhole = "number.not-whole";
    public const string NotNumber = "number.none";
    public const string Ambiguous = "number.ambiguous";
    public const string OutOfRange = "number.out-of-range";

    /// <summary>{0}: what stands there. {1}: what may.</summary>
    public const string NoChoice = "choice.none";
    public const string NoZone = "zone.none";
    public const string NoHours = "hours.none";
    public const string NoEmail = "email.none";

    /// <summary>{0}: the masked form.</summary>
    public const string Person = "person.certain";
    public const string PersonDoubt = "person.doubt";

    /// <summary>Cells that are not imported, of a file that is kept while it waits. {0}: the column's header. {1}: the rule. {2}: how many.
    /// {3}: the first line.</summary>
    public const string PersonColumn = "person.column";

    /// <summary>Beside the table, of a file that is kept while it waits. {0}: the masked form. {1}: the rule. {2}: the line.</summary>
    public const string PersonTitle = "person.title";

    /// <inheritdoc cref="PersonTitle"/>
    /// <remarks>{0}: the sheet's name. {1}: the rule. {2}: how many cells and notes. {3}: the first row.</remarks>
    public const string PersonSheet = "person.sheet";

    /// <summary>In a file's properties. {0}: the masked form. {1}: the rule.</summary>
    public const string PersonProperty = "person.property";

    /// <summary>{0}: the line that was taken for the header. {1}: the line below it.</summary>
    public const string HeaderTitle = "header.title";

    /// <summary>{0}: the code. {1}: the line where it stands already.</summary>
    public const string CodeTwice = "code.twice";

    /// <summary>{0}: the code.</summary>
    public const string UnknownLocation = "location.unknown";

    /// <summary>{0}: a location's name where its code is due. {1}: the code.</summary>
    public const string LocationByName = "location.by-name";

    /// <summary>{0}: what stands there. {1}: the code that differs in leading zeros alone.</summary>
    public const string LocationZeros = "location.zeros";

    /// <summary>Somebody of another programme, under another name or address.</summary>
    public const string PersonElsewhere = "person.elsewhere";

    /// <summary>{0}: the code. {1}: the first day on which it is closed.</summary>
    public const string ClosedLocation = "location.closed-from";

    /// <summary>Whether a fault is that somebody's number certainly stands in the file: {1} is the rule then.</summary>
    public static bool IsPerson(string key) => key is Person or PersonColumn or PersonTitle or PersonSheet or PersonProperty or FileNamePerson;
}
