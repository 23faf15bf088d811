using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Fieldcraft.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class KeptViews : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "KeptViews",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    OwnerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    Measure = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    QuarterFrom = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    UnitId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Work = table.Column<string>(type: "TEXT", maxLength: 24, nullable: true),
                    Employment = table.Column<string>(type: "TEXT", maxLength: 24, nullable: true),
                    Tenure = table.Column<string>(type: "TEXT", maxLength: 24, nullable: true),
                    By = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: true),
                    Mailing = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: false),
                    KeptAt = table.Column<long>(type: "INTEGER", nullable: false),
                    MailedQuarterFrom = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    MailedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    HeldBackAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_KeptViews", x => x.Id);
                    table.ForeignKey(
                        name: "FK_KeptViews_People_OwnerId",
                        column: x => x.OwnerId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                    table.ForeignKey(
                        name: "FK_KeptViews_Units_UnitId",
                        column: x => x.UnitId,
                        principalTable: "Units",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateIndex(name: "IX_KeptViews_OwnerId_Id", table: "KeptViews", columns: new[] { "OwnerId", "Id" });

            migrationBuilder.CreateIndex(name: "IX_KeptViews_UnitId", table: "KeptViews", column: "UnitId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(name: "KeptViews");
        }
    }
}
