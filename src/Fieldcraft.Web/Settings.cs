using Fieldcraft.Persistence;

namespace Fieldcraft.Web;

/// <summary>What a node was started with.</summary>
public sealed record Settings
{
    /// <summary>Where the SQLite file, the key store, the master key, mails and the process id live.</summary>
    public required string DataFolder { get; init; }

    /// <summary>PostgreSQL connection string; without one the SQLite file in the data folder is used.</summary>
    public string? Database { get; init; }

    /// <summary>PostgreSQL connection string of the key store, apart from the data; without one <c>keys.db</c> in the data folder.</summary>
    public string? Keys { get; init; }

    public string Listen { get; init; } = "127.0.0.1";

    public int Port { get; init; } = 5080;

    /// <summary>Serves the demo organisation: one-click sign-ins, a movable clock, mails to look at.</summary>
    public bool Demo { get; init; }

    /// <summary>Shows the pseudo-languages, the component page and missing words as errors.</summary>
    public bool Development { get; init; }

    /// <summary>Tests and load measurements from loopback can widen the throttles by this factor.</summary>
    public int ThrottleFactor { get; init; } = 1;

    /// <summary>The mail server; without one letters are put into the mail folder.</summary>
    public Uri? Smtp { get; init; }

    /// <summary>Where people reach this installation, for links in mails and on paper, such as <c>https://fieldcraft.example.org</c>.</summary>
    public string? Address { get; init; }

    /// <summary>The address without a slash at its end. Never taken from a request: a stranger could send any name in it.</summary>
    public string PublicAddress =>
        Address?.TrimEnd('/')
        ?? string.Create(
            System.Globalization.CultureInfo.InvariantCulture,
            $"http://{(ListensOnLoopbackOnly ? "localhost" : Listen)}:{Port}"
        );

    public string SqliteFile => Path.Combine(DataFolder, "fieldcraft.db");

    public string KeysFile => Path.Combine(DataFolder, "keys.db");

    public string MasterKeyFile => Path.Combine(DataFolder, "master.key");

    public string MailFolder => Path.Combine(DataFolder, "mail");

    public DatabaseChoice Choice => Database is null ? DatabaseChoice.File(SqliteFile) : DatabaseChoice.Server(Database);

    /// <summary>Whether only people at this machine are meant to reach it: it listens to the machine itself, and no other address leads to it.</summary>
    public bool IsForThisMachineOnly =>
        ListensOnLoopbackOnly && (Address is null || (Uri.TryCreate(Address, UriKind.Absolute, out var address) && address.IsLoopback));

    public bool ListensOnLoopbackOnly =>
        Listen is "localhost" || (System.Net.IPAddress.TryParse(Listen, out var ip) && System.Net.IPAddress.IsLoopback(ip));
}
