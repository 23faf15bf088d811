using System.Text;
using Fieldcraft.Web.Features.Administration.Importing;
using Fieldcraft.Web.Features.Shared.Tables;

namespace Fieldcraft.Tests.Shared;

public sealed class TableFilesTests
{
    [Fact]
    public void A_number_below_zero_stays_one_and_what_could_run_does_not() =>
        Encoding
            .UTF8.GetString(
                CsvTable.Of([
                    ["-0.3", "=1+1", "-1+cmd|x", "+61 7", "a,b"],
                    ["", "-", "7"],
                ])
            )
            .ShouldBe("\uFEFF-0.3,'=1+1,'-1+cmd|x,'+61 7,\"a,b\"\r\n,'-,7\r\n");

    [Theory]
    [InlineData(-0d, "0")]
    [InlineData(-0.00001, "0")]
    [InlineData(0.72146118, "0.7215")]
    [InlineData(-12.5, "-12.5")]
    [InlineData(1234567d, "1234567")]
    [InlineData(null, "")]
    public void A_number_for_programs_has_four_decimals_and_no_grouping(double? number, string said) =>
        TableFiles.Number(number).ShouldBe(said);
}
