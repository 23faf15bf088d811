using System.Text;
using Fieldcraft.Web.Features.Administration.Importing;

namespace Fieldcraft.Tests.People;

/// <summary>Encodings, separators and what spreadsheets do to files; and files that mean harm.</summary>
public sealed class DirectoryFileTests
{
    private const string Text = "id;name;unit\n1;Zoë Đặng;\"a;b\"\n";

    public static TheoryData<string, byte[]> Encodings()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        return new()
        {
            { "UTF-8", Encoding.UTF8.GetBytes(Text) },
            { "UTF-8 with mark", [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(Text)] },
            { "UTF-16 with mark", [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(Text)] },
            { "UTF-16 big-endian with mark", [.. Encoding.BigEndianUnicode.Preamble, .. Encoding.BigEndianUnicode.GetBytes(Text)] },
            { "UTF-16 without mark", Encoding.Unicode.GetBytes(Text) },
        };
    }

    [Theory, MemberData(nameof(Encodings))]
    public void Every_encoding_gives_the_same_rows(string encoding, byte[] bytes)
    {
        var file = DirectoryFile.Read(bytes);

        file.Headers.ShouldBe(["id", "name", "unit"], encoding);
        file.Rows.Single().Cells.ShouldBe(["1", "Zoë Đặng", "a;b"], encoding);
        file.Rows.Single().Line.ShouldBe(2);
    }

    [Theory]
    [InlineData("a,b\n1,2", ',')]
    [InlineData("a;b,c;d\n1;2;3", ';')]
    [InlineData("a\tb\n1\t2", '\t')]
    [InlineData("a|b\n1|2", '|')]
    [InlineData("\"x,y,z\";b\n1;2", ';')]
    public void The_separator_is_the_one_that_the_header_uses(string text, char separator)
    {
        var file = DirectoryFile.Read(Encoding.UTF8.GetBytes(text));

        file.Separator.ShouldBe(separator);
    }

    [Fact]
    public void The_separator_line_of_a_spreadsheet_is_no_row()
    {
        var file = DirectoryFile.Read("sep=|\r\na|b\r\n1|2\r\n"u8);

        file.Headers.ShouldBe(["a", "b"]);
        file.Rows.Single().Line.ShouldBe(3);
    }

    [Theory]
    [InlineData("PK\u0003\u0004rest of a workbook", "spreadsheet")]
    [InlineData("a,b\n1,\0", "not-text")]
    [InlineData("", "empty")]
    [InlineData("just one line of prose", "no-columns")]
    public void What_is_no_list_is_refused_by_name(string text, string code) =>
        Should.Throw<UnreadableFileException>(() => DirectoryFile.Read(Encoding.UTF8.GetBytes(text))).Code.ShouldBe(code);

    [Fact]
    public void A_cell_without_end_is_refused_before_it_grows()
    {
        var bytes = new byte[5_000_000];
        Array.Fill(bytes, (byte)'x');
        "id,name\n1,\""u8.CopyTo(bytes);

        Should.Throw<UnreadableFileException>(() => DirectoryFile.Read(bytes)).Code.ShouldBe("cell-too-long");
    }

    [Fact]
    public void A_line_of_a_million_cells_is_refused()
    {
        var text = $"id,name\n{new string(',', 1_000_000)}";

        Should.Throw<UnreadableFileException>(() => DirectoryFile.Read(Encoding.UTF8.GetBytes(text))).Code.ShouldBe("too-many-columns");
    }

    [Fact]
    public async Task More_than_twenty_megabytes_are_refused()
    {
        using var stream = new MemoryStream(new byte[DirectoryFile.LargestBytes + 1]);

        (await Should.ThrowAsync<UnreadableFileException>(() => DirectoryFile.ReadAsync(stream, CancellationToken.None))).Code.ShouldBe(
            "too-large"
        );
    }

    [Theory]
    [InlineData("../../etc/passwd", "passwd")]
    [InlineData("C:\\Users\\x\\..\\people.csv", "people.csv")]
    [InlineData("<script>.csv", "script.csv")]
    [InlineData("..", "people.csv")]
    [InlineData(null, "people.csv")]
    public void The_name_of_a_file_is_only_a_name(string? sent, string kept) => DirectoryFile.SafeName(sent, 120).ShouldBe(kept);
}
